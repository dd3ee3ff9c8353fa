import type { ScorecardDefinition } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { ScrollRegion } from '../../ScrollRegion';
import type { Draft } from './draft';
import { RuleRow } from './RuleRow';
import { useFieldStyles } from './useFieldStyles';

const columns = [
  'check',
  'level',
  'weight',
  'enforceFrom',
  'planned',
  'removed',
] as const;

/** The checks of a scorecard with what can be changed of them. */
export function CheckTable(props: {
  definition: ScorecardDefinition;
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const { definition, draft, onChange } = props;
  const classes = useFieldStyles();
  const { t } = useTranslation();
  return (
    <ScrollRegion label={t('previews.rules.checks')} maxHeight={420}>
      <table className={classes.table} aria-label={t('previews.rules.checks')}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`previews.rules.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {definition.checks.map(check => (
            <RuleRow
              key={check.id}
              check={check}
              levels={definition.levels}
              draft={draft.checks[check.id]}
              field={classes.field}
              onChange={changed =>
                onChange({
                  ...draft,
                  checks: { ...draft.checks, [check.id]: changed },
                })
              }
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

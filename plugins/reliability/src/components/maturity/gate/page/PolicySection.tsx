import { makeStyles } from '@material-ui/core/styles';
import type { GatePolicyItem } from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Badge, Detail, Details } from '../../../common';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { Section } from '../../Section';
import { VerdictMark } from '../VerdictMark';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  table: { ...plainTable(theme), minWidth: 860 },
  when: {
    fontFamily: 'monospace',
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
    maxWidth: 360,
  },
  demands: { margin: 0, paddingLeft: theme.spacing(2) },
}));

/** The rules of a policy, the order in which they are told. */
function RuleTable({ policy }: { policy: GatePolicyItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const columns = ['rule', 'decision', 'when', 'demands'] as const;
  const label = t('gate.policy.rules', { policy: policy.title });
  if (policy.rules.length === 0) return <>{t('gate.policy.noRules')}</>;
  return (
    <ScrollRegion label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`gate.policy.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policy.rules.map(rule => (
            <tr key={rule.id}>
              <th scope="row">{rule.title}</th>
              <td>
                <VerdictMark decision={rule.decision} />
              </td>
              <td className={classes.when}>{rule.when}</td>
              <td>
                <ul className={classes.demands}>
                  {rule.demands.map(demand => (
                    <li key={demand}>{demand}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** One policy: for whom, its rules, what the unknown is, and what is exempt. */
export function PolicySection({ policy }: { policy: GatePolicyItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { shipped, onUnknown, waiver } = policy;
  const listed = (words: readonly string[]) =>
    words.join(', ') || t('gate.policy.nothing');
  return (
    <Section
      title={policy.title}
      actions={
        <Badge>{t(shipped ? 'gate.policy.shipped' : 'gate.policy.own')}</Badge>
      }
    >
      <div className={classes.root}>
        <Details>
          <Detail label={t('gate.policy.tiers')}>
            {policy.tiers.map(({ name }) => name).join(', ')}
          </Detail>
          <Detail label={t('gate.policy.unknown')}>
            {t(`gate.policy.onUnknown.${onUnknown}`)}
          </Detail>
          <Detail label={t('gate.policy.changes')}>
            {listed(policy.exemptChanges)}
          </Detail>
          <Detail label={t('gate.policy.causes')}>
            {listed(policy.exemptCauses)}
          </Detail>
          <Detail label={t('gate.policy.maxWaiver')}>
            {Duration.fromISO(waiver.maxDuration).toHuman()}
          </Detail>
        </Details>
        <RuleTable policy={policy} />
      </div>
    </Section>
  );
}

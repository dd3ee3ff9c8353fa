import Typography from '@material-ui/core/Typography';
import type { TiersResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Badge } from '../../../common';
import { ScrollRegion } from '../../ScrollRegion';
import { isTierChanged, shownTier, type Draft } from './draft';
import { useFieldStyles } from './useFieldStyles';

const fields = ['sloTarget', 'rto', 'rpo', 'minResponders'] as const;

/** What each tier demands, of what checks compare with most. */
export function TierTable(props: {
  tiers: TiersResponse['items'];
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const { tiers, draft, onChange } = props;
  const classes = useFieldStyles();
  const { t } = useTranslation();
  const label = t('previews.rules.tiers');
  return (
    <>
      <ScrollRegion label={label}>
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('previews.rules.tier')}</th>
              {fields.map(field => (
                <th key={field} scope="col">
                  {t(`previews.rules.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tiers.map(tier => {
              const own = draft.tiers[tier.id];
              const shown = shownTier(tier, own);
              return (
                <tr key={tier.id}>
                  <th scope="row">
                    {tier.name}{' '}
                    {isTierChanged(tier, own) && (
                      <Badge>{t('previews.rules.changed')}</Badge>
                    )}
                  </th>
                  {fields.map(field => (
                    <td key={field}>
                      <input
                        className={classes.field}
                        style={{ width: 96 }}
                        inputMode={
                          field.startsWith('r') ? undefined : 'decimal'
                        }
                        aria-label={t('previews.rules.ofTier', {
                          field: t(`previews.rules.${field}`),
                          tier: tier.name,
                        })}
                        value={shown[field]}
                        onChange={event =>
                          onChange({
                            ...draft,
                            tiers: {
                              ...draft.tiers,
                              [tier.id]: {
                                ...own,
                                [field]: event.target.value,
                              },
                            },
                          })
                        }
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <Typography variant="caption" color="textSecondary">
        {t('previews.rules.durations')}
      </Typography>
    </>
  );
}

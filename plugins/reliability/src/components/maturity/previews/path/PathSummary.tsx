import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { CheapestPathResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../../common';
import { Section } from '../../Section';
import type { PreviewParams } from '../previewAddress';
import { SumTable } from '../result/SumTable';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
    gap: theme.spacing(3),
    marginTop: theme.spacing(3),
  },
}));

/** How much work it is, by check and by team. */
export function PathSummary(props: {
  path: CheapestPathResponse;
  change: (patch: Partial<PreviewParams>) => void;
}) {
  const { path, change } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { goal, totals, byCheck, byOwner } = path;
  const { reached, reachable, unreachable, outdated, fix, learn } = totals;
  const below = reachable + unreachable;
  const sentences = [
    reachable > 0 &&
      t('previews.path.work', {
        fix: t('previews.path.fixes', { count: fix }),
        learn: t('previews.path.learns', { count: learn }),
        checks: t('previews.path.checks', { count: byCheck.length }),
      }),
    reached > 0 && t('previews.path.reached', { count: reached }),
    unreachable > 0 && t('previews.path.unreachable', { count: unreachable }),
    outdated > 0 && t('previews.path.outdated', { count: outdated }),
  ].filter(Boolean);
  return (
    <Section
      title={
        below > 0
          ? t('previews.path.headline', { count: below, level: goal.name })
          : t('previews.path.allThere', { level: goal.name })
      }
    >
      <Typography variant="body2">{sentences.join(' ')}</Typography>
      {below > 0 && (
        <div className={classes.grid}>
          {byCheck.length > 0 && (
            <SumTable
              title={t('previews.path.byCheck')}
              columns={(['check', 'fix', 'learn', 'last'] as const).map(name =>
                t(`previews.path.${name}`),
              )}
              note={t('previews.path.lastHelp')}
              rows={byCheck.map(check => ({
                key: check.id,
                name: (
                  <SmallButton
                    quiet
                    onClick={() => change({ check: check.id })}
                  >
                    {check.title}
                  </SmallButton>
                ),
                numbers: [check.fix, check.learn, check.last],
              }))}
            />
          )}
          <SumTable
            title={t('previews.path.byTeam')}
            columns={(
              ['team', 'services', 'fix', 'learn', 'stuck'] as const
            ).map(name => t(`previews.path.${name}`))}
            rows={byOwner.map(({ owner, ...sum }) => ({
              key: owner ?? '',
              name: owner ? (
                <SmallButton quiet onClick={() => change({ owner: [owner] })}>
                  <EntityDisplayName entityRef={owner} hideIcon />
                </SmallButton>
              ) : (
                t('previews.path.nobody')
              ),
              numbers: [sum.services, sum.fix, sum.learn, sum.unreachable],
            }))}
          />
        </div>
      )}
    </Section>
  );
}

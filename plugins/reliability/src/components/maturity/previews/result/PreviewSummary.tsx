import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Preview,
  TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton, TimeAgo } from '../../../common';
import { Person } from '../../Person';
import { Section } from '../../Section';
import type { PreviewParams } from '../previewAddress';
import { CopyRules } from './CopyRules';
import { SumTable } from './SumTable';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))',
    gap: theme.spacing(3),
    marginTop: theme.spacing(3),
  },
}));

/** How many change level, of which teams, tiers and by which checks. */
export function PreviewSummary(props: {
  preview: Preview;
  tiers: TiersResponse['items'];
  address: ListAddress<PreviewParams>;
}) {
  const { preview, tiers, address } = props;
  const { change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const { totals, byTier, byOwner, byCheck, levels } = preview;
  const { down, teamsDown, up, rescored, same, services } = totals;
  const word = (name: 'services' | 'downShort' | 'upShort' | 'tier' | 'team') =>
    t(`previews.result.${name}`);
  const moves = [word('services'), word('downShort'), word('upShort')];
  const title =
    down > 0
      ? t('previews.result.down', {
          count: down,
          teams: t('previews.result.teams', { count: teamsDown }),
        })
      : t('previews.result.noneDown');
  const link = (patch: Partial<PreviewParams>, name: string | JSX.Element) => (
    <SmallButton quiet onClick={() => change({ change: 'any', ...patch })}>
      {name}
    </SmallButton>
  );
  return (
    <Section
      title={title}
      actions={<CopyRules preview={preview} tiers={tiers} />}
    >
      <Typography variant="body2">
        {t('previews.result.rest', {
          up: String(up),
          rescored: String(rescored),
          same: String(same),
          services: String(services),
        })}
      </Typography>
      <Typography variant="body2" component="div">
        {t('previews.result.made', {
          ago: <TimeAgo at={preview.madeAt} />,
          who: <Person name={preview.madeBy} />,
        })}
      </Typography>
      <div className={classes.grid}>
        <SumTable
          title={t('previews.result.byTier')}
          columns={[word('tier'), ...moves]}
          rows={byTier.map(({ id, name, ...counts }) => ({
            key: id,
            name: link({ tier: [id], owner: [], check: undefined }, name),
            numbers: [counts.services, counts.down, counts.up],
          }))}
        />
        <SumTable
          title={t('previews.result.byTeam')}
          columns={[word('team'), ...moves]}
          empty={t('previews.result.noTeam')}
          rows={byOwner.map(({ owner, ...counts }) => ({
            key: owner ?? '',
            name: owner
              ? link(
                  { owner: [owner], tier: [], check: undefined },
                  <EntityDisplayName entityRef={owner} hideIcon />,
                )
              : t('previews.result.nobody'),
            numbers: [counts.services, counts.down, counts.up],
          }))}
        />
        <SumTable
          title={t('previews.result.byCheck')}
          columns={(
            ['check', 'newlyFailing', 'newlyUnknown', 'newlyMet'] as const
          ).map(name => t(`previews.result.${name}`))}
          empty={t('previews.result.noCheck')}
          rows={byCheck.map(sum => ({
            key: sum.id,
            name:
              sum.newlyFailing + sum.newlyUnknown > 0
                ? link({ check: sum.id, owner: [], tier: [] }, sum.title)
                : sum.title,
            numbers: [sum.newlyFailing, sum.newlyUnknown, sum.newlyMet],
          }))}
        />
        <SumTable
          title={t('previews.result.byLevel')}
          columns={(['level', 'before', 'after'] as const).map(name =>
            t(`previews.result.${name}`),
          )}
          rows={levels.map(({ id, name, before, after }) => ({
            key: id,
            name: id === 'none' ? t('common.level.none') : name,
            numbers: [before, after],
          }))}
        />
      </div>
    </Section>
  );
}

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useRollups } from '../../../../hooks/rollups/useMoreOf';
import type { RollupAddress } from '../../../../hooks/rollups/useRollupParams';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  rollupBys,
  rollupFilterOf,
} from '../../../../utils/rollups/rollupParams';
import { Async } from '../../../async';
import { SmallButton } from '../../../common';
import { RadarSection } from '../radar/RadarSection';
import { Section } from '../../Section';
import { GroupsTable } from './GroupsTable';

const useStyles = makeStyles(theme => ({
  by: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.75) },
}));

/** The services added up by owner, system, domain or tier, and the radar of those chosen. */
export function GroupsSection({ address }: { address: RollupAddress }) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const { first, items, ...more } = useRollups({
    ...rollupFilterOf(params),
    by: params.by,
    ...(params.by === 'tier' && { orderBy: 'name' as const }),
  });
  const choices = (
    <div className={classes.by} role="group" aria-label={t('rollups.by.label')}>
      {rollupBys.map(by => (
        <SmallButton
          key={by}
          aria-pressed={by === params.by}
          // The groups in the radar are of one kind.
          onClick={() => change({ by, group: [] })}
        >
          {t(`rollups.by.${by}`)}
        </SmallButton>
      ))}
    </div>
  );
  return (
    <>
      <Section title={t('rollups.groups.title')} actions={choices}>
        <Async state={first}>
          {page =>
            page.whole.services === 0 ? (
              <Typography variant="body2">
                {t('rollups.groups.empty')}
              </Typography>
            ) : (
              <GroupsTable
                page={page}
                items={items}
                more={more}
                address={address}
              />
            )
          }
        </Async>
      </Section>
      {first.kind === 'ready' && first.value.whole.services > 0 && (
        <RadarSection page={first.value} params={params} />
      )}
    </>
  );
}

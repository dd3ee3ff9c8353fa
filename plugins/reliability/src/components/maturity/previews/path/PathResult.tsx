import FilterIcon from '@material-ui/icons/FilterList';
import { makeStyles } from '@material-ui/core/styles';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async, StateMessage } from '../../../async';
import { ListPager, SmallButton } from '../../../common';
import { ScrollRegion } from '../../ScrollRegion';
import { Section } from '../../Section';
import { pathQueryOf, type PreviewParams } from '../previewAddress';
import { PathSummary } from './PathSummary';
import { PathTable } from './PathTable';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
}));

/** What it takes to lift the chosen services: in sum, and for each. */
export function PathResult(props: {
  address: ListAddress<PreviewParams>;
  goal: { id: string; name: string };
  levelCount: number;
}) {
  const { address, goal, levelCount } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const state = useRoute('getCheapestPath', {
    query: pathQueryOf(params, goal.id),
  });
  return (
    <Async state={state}>
      {(path, refreshing) => {
        const step = path.byCheck.find(({ id }) => id === params.check);
        if (path.totals.services + path.totals.outdated === 0) {
          return (
            <StateMessage
              icon={<FilterIcon />}
              title={t('previews.path.noServices')}
            >
              {t('previews.path.noServicesText')}
            </StateMessage>
          );
        }
        return (
          <div className={classes.root} aria-busy={refreshing}>
            <PathSummary path={path} change={change} />
            {path.items.length > 0 && (
              <Section
                title={t('previews.path.list')}
                actions={
                  step && (
                    <SmallButton
                      aria-pressed
                      title={t('previews.path.clear')}
                      onClick={() => change({ check: undefined })}
                    >
                      {t('previews.path.only', { check: step.title })}
                    </SmallButton>
                  )
                }
              >
                <ScrollRegion label={t('previews.path.list')}>
                  <PathTable path={path} levelCount={levelCount} />
                </ScrollRegion>
                <ListPager page={path} address={address} />
              </Section>
            )}
          </div>
        );
      }}
    </Async>
  );
}

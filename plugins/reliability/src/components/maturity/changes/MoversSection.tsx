import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChangeCause,
  ListScoreChangesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ListAddress } from '../../../hooks/useListAddress';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  causes,
  changeQueryOf,
  directions,
  type ChangeParams,
} from '../../../utils/changeParams';
import { CauseChip, ExportButton, ListPager, SmallButton } from '../../common';
import { Section } from '../Section';
import { MoverTable } from './MoverTable';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 3),
    marginBottom: theme.spacing(1.5),
  },
  group: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
  cause: { '& span': { color: 'inherit' } },
}));

function MoverFilters({ address }: { address: ListAddress<ChangeParams> }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { params, change } = address;
  const cause = (value: ChangeCause | undefined) => change({ cause: value });
  return (
    <div className={classes.row}>
      <div
        className={classes.group}
        role="group"
        aria-label={t('changes.movers.direction')}
      >
        {directions.map(direction => (
          <SmallButton
            key={direction}
            aria-pressed={params.direction === direction}
            onClick={() => change({ direction })}
          >
            {t(`changes.movers.${direction}`)}
          </SmallButton>
        ))}
      </div>
      <div
        className={`${classes.group} ${classes.cause}`}
        role="group"
        aria-label={t('changes.movers.cause')}
      >
        <SmallButton
          aria-pressed={params.cause === undefined}
          onClick={() => cause(undefined)}
        >
          {t('changes.movers.anyCause')}
        </SmallButton>
        {causes.map(value => (
          <SmallButton
            key={value}
            aria-pressed={params.cause === value}
            onClick={() => cause(value)}
          >
            <CauseChip cause={value} />
          </SmallButton>
        ))}
      </div>
    </div>
  );
}

/** The services that moved most, by way and cause. */
export function MoversSection(props: {
  changes: ListScoreChangesResponse;
  address: ListAddress<ChangeParams>;
  now: number;
}) {
  const { changes, address, now } = props;
  const { params } = address;
  const { t } = useTranslation();
  const query = changeQueryOf({ ...params, cursor: undefined, page: 1 }, now);
  return (
    <Section
      title={t('changes.movers.title')}
      actions={
        <ExportButton
          route="listScoreChanges"
          input={{ query }}
          name={`score-changes-${query.from}-${query.to}`}
        />
      }
    >
      <MoverFilters address={address} />
      {changes.items.length === 0 ? (
        <Typography variant="body2">{t('changes.movers.none')}</Typography>
      ) : (
        <>
          <MoverTable movers={changes.items} />
          <ListPager page={changes} address={address} />
        </>
      )}
    </Section>
  );
}

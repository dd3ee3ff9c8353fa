import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useOncall, type OncallAddress } from '../../../hooks/oncall/useOncall';
import { useOpenFirst } from '../../../hooks/oncall/useOpenFirst';
import { useTranslation } from '../../../hooks/useTranslation';
import { oncallQueryOf } from '../../../utils/oncall/params';
import { Async } from '../../async';
import { ExportButton } from '../../common';
import { HiddenNames } from '../common';
import { ListFrame } from './ListFrame';
import { NothingListed } from './NothingListed';
import { ServiceRow } from './ServiceRow';
import { ServiceSort } from './ServiceSort';
import { StateFilter } from './StateFilter';

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 2),
  },
}));

/** Services with who is on call for them. */
export function ServicesList(props: {
  address: OncallAddress;
  /** What Enter was pressed on. */
  entered?: string;
  onOpened: () => void;
}) {
  const { address, entered, onOpened } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const state = useOncall(params);
  useOpenFirst(state, entered, onOpened);
  return (
    <Async state={state}>
      {({ page }, refreshing) => (
        <>
          <Paper variant="outlined" className={classes.top}>
            <StateFilter
              counts={page.counts}
              chosen={params.state}
              onChange={chosen => change({ state: chosen })}
            />
            <ServiceSort params={params} onSort={change} />
          </Paper>
          {page.namesHidden && <HiddenNames />}
          <ListFrame
            page={page}
            refreshing={refreshing}
            address={address}
            label={t('oncalls.list.caption')}
            whole={
              <ExportButton
                route="listOncall"
                input={{ query: oncallQueryOf(params) }}
                name="oncall"
              />
            }
            results={t('oncalls.results', { count: page.totalItems })}
            empty={
              <NothingListed
                address={address}
                title={t('oncalls.none.title')}
                text={t('oncalls.none.text')}
              />
            }
          >
            {page.items.map(item => (
              <ServiceRow
                key={item.entityRef}
                item={item}
                // "In two days" is said from where the reader stands, whatever time they look at.
                at={params.at ? undefined : page.at}
              />
            ))}
          </ListFrame>
        </>
      )}
    </Async>
  );
}

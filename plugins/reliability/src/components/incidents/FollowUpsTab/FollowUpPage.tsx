import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import FilterIcon from '@material-ui/icons/FilterList';
import type { ListFollowUpsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { FollowUpAddress } from '../../../hooks/incidents/useFollowUps';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  isFollowUpFiltered,
  withoutFollowUpFilters,
  followUpQueryOf,
} from '../../../utils/incidents/followUpParams';
import { StateMessage } from '../../async';
import { ExportButton, ListPager, visuallyHidden } from '../../common';
import { FollowUpActions } from '../followUps/FollowUpActions';
import { FollowUpRow } from '../followUps/FollowUpRow';

const useStyles = makeStyles(theme => ({
  refreshing: { opacity: 0.6, transition: 'opacity 200ms 200ms' },
  list: {
    margin: 0,
    padding: theme.spacing(0, 2),
    listStyle: 'none',
    '& > :first-child': { borderTop: 0 },
  },
  hidden: visuallyHidden,
}));

const SERVICES_SHOWN = 3;

/** One page of follow-ups, with the way to others. */
export function FollowUpPage(props: {
  page: ListFollowUpsResponse;
  refreshing: boolean;
  address: FollowUpAddress;
  onChanged: (sentence: string) => void;
}) {
  const { page, refreshing, address, onChanged } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  if (page.items.length === 0) {
    return isFollowUpFiltered(params) ? (
      <StateMessage
        icon={<FilterIcon />}
        title={t('followUps.tab.noMatch')}
        action={
          <Button
            size="small"
            variant="outlined"
            onClick={() => change(withoutFollowUpFilters(params))}
          >
            {t('followUps.tab.clear')}
          </Button>
        }
      >
        {t('followUps.tab.noMatchText')}
      </StateMessage>
    ) : (
      <StateMessage icon={<DoneIcon />} title={t('followUps.tab.none')}>
        {t('followUps.tab.noneText')}
      </StateMessage>
    );
  }
  return (
    <Paper variant="outlined" aria-busy={refreshing}>
      <div className={classes.hidden} role="status">
        {!refreshing && t('followUps.tab.results', { count: page.totalItems })}
      </div>
      <ul
        className={
          refreshing ? `${classes.list} ${classes.refreshing}` : classes.list
        }
        aria-label={t('followUps.list')}
      >
        {page.items.map(item => (
          <FollowUpRow
            key={item.id}
            item={item}
            origin={
              <>
                <Link to={links.incident(item.incident.id)}>
                  {`${item.incident.reference}: ${item.incident.title}`}
                </Link>
                {item.services.slice(0, SERVICES_SHOWN).map(service => (
                  <EntityRefLink
                    key={service.entityRef}
                    entityRef={service.entityRef}
                    title={service.title}
                    hideIcon
                  />
                ))}
              </>
            }
            actions={
              item.canEdit && (
                <FollowUpActions
                  item={item}
                  onChanged={(_, sentence) => onChanged(sentence)}
                />
              )
            }
          />
        ))}
      </ul>
      <ListPager
        page={page}
        address={address}
        whole={
          <ExportButton
            route="listFollowUps"
            input={{ query: followUpQueryOf(params) }}
            name="follow-ups"
          />
        }
      />
    </Paper>
  );
}

import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceCampaignsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCampaignLinks } from '../../../hooks/campaigns/useCampaignLinks';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { Async } from '../../async';
import { Section } from '../Section';
import { LeftToDo } from './common/LeftToDo';
import { ServiceStateMark } from './common/ServiceStateMark';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gap: theme.spacing(1.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
  },
  quiet: { color: theme.palette.text.secondary },
}));

function List(props: {
  entityRef: string;
  items: ServiceCampaignsResponse['items'];
}) {
  const { entityRef, items } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useCampaignLinks();
  const title = t('campaigns.mine.title', { count: items.length });
  return (
    <Section title={title}>
      <ul className={classes.root} aria-label={title}>
        {items.map(item => (
          <li key={item.id}>
            <div className={classes.head}>
              <Link to={links.one(item.id)}>{item.title}</Link>
              <span className={classes.quiet}>
                {t('campaigns.due', { day: dayText(item.dueAt) })}
              </span>
              <ServiceStateMark state={item.state} />
            </div>
            {item.left.length > 0 ? (
              <LeftToDo
                entityRef={entityRef}
                left={item.left}
                linkChecks={false}
              />
            ) : (
              t('campaigns.mine.nothingLeft')
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The campaigns that run and ask something of a service; nothing where there are none. */
export function ServiceCampaigns({ entityRef }: { entityRef: string }) {
  const state = useRoute('getServiceCampaigns', { entityRef }, entityRef);
  const { t } = useTranslation();
  if (state.kind === 'failed') {
    return (
      <Section title={t('campaigns.title')}>
        <Async state={state} dense>
          {() => null}
        </Async>
      </Section>
    );
  }
  if (state.kind !== 'ready' || state.value.items.length === 0) return null;
  return <List entityRef={entityRef} items={state.value.items} />;
}

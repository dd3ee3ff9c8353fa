import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import ChecklistIcon from '@material-ui/icons/PlaylistAddCheck';
import type {
  ServiceChecklistsResponse,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceChecklists } from '../../../hooks/readiness/useChecklist';
import { useReadinessView } from '../../../hooks/readiness/useReadinessView';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { Checklist } from './Checklist';
import { ChecklistPicker } from './ChecklistPicker';
import { Standing } from './header/Standing';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    // The portal's body may have another font than the theme of its MUI parts.
    fontFamily: theme.typography.fontFamily,
  },
}));

export interface ReadinessViewProps {
  service: ServiceResponse;
  /** Takes the service as a write left it. */
  onChanged: (service: ServiceResponse) => void;
}

function NoChecklist() {
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <StateMessage
      icon={<ChecklistIcon />}
      title={t('readiness.view.none')}
      action={
        <Link to={links.standards()}>{t('readiness.view.standards')}</Link>
      }
    >
      {t('readiness.view.noneText')}
    </StateMessage>
  );
}

function Checklists(
  props: ReadinessViewProps & { items: ServiceChecklistsResponse['items'] },
) {
  const { service, onChanged, items } = props;
  const { checklist: wanted, change } = useReadinessView();
  const chosen = items.find(({ id }) => id === wanted) ?? items[0];
  if (!chosen) return <NoChecklist />;
  return (
    <>
      <ChecklistPicker
        checklists={items}
        chosen={chosen.id}
        onChoose={checklist =>
          change({ checklist, item: undefined, review: undefined })
        }
      />
      <Checklist
        key={chosen.id}
        entityRef={service.entityRef}
        id={chosen.id}
        onChanged={onChanged}
      />
    </>
  );
}

/** The readiness of a service: its checklist, answers, reviews and sign-offs. */
export function ReadinessView({ service, onChanged }: ReadinessViewProps) {
  const classes = useStyles();
  const state = useServiceChecklists(service.entityRef);
  return (
    <div className={classes.root}>
      <Standing service={service} />
      <Async state={state} notFound={<NoChecklist />}>
        {({ items }) => (
          <Checklists service={service} onChanged={onChanged} items={items} />
        )}
      </Async>
    </div>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import type {
  ServiceOncallResponse,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceOncall } from '../../../hooks/oncall/useServiceOncall';
import { Async } from '../../async';
import { ServiceSkeleton } from '../../maturity/EntityReliabilityContent/ServiceSkeleton';
import { PeopleProvider } from '../common';
import { CalendarSection } from './CalendarSection';
import { Findings } from './Findings';
import { MirrorSection } from './mirror/MirrorSection';
import { NoRotation } from './NoRotation';
import { AskAgain } from './now/AskAgain';
import { OncallNow } from './now/OncallNow';
import { Problems } from './rotations/Problems';
import { Rotations } from './rotations/Rotations';
import { TimelineSection } from './timeline/TimelineSection';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    // The portal's body may have another font than the theme of its MUI parts.
    fontFamily: theme.typography.fontFamily,
  },
}));

export interface OncallViewProps {
  service: ServiceResponse;
  /** Takes the service as a refresh left it. */
  onChanged: (service: ServiceResponse) => void;
}

function ServiceOncall(
  props: OncallViewProps & {
    value: ServiceOncallResponse;
    onReload: () => void;
  },
) {
  const { value, onChanged, onReload } = props;
  const { entityRef, rotations } = value;
  if (rotations.length === 0) {
    return (
      <>
        <Problems problems={value.problems} />
        <NoRotation />
      </>
    );
  }
  return (
    <PeopleProvider people={value.people}>
      <OncallNow
        value={value}
        actions={
          <AskAgain
            entityRef={entityRef}
            recently={value.refreshedRecently}
            onChanged={onChanged}
            onDone={onReload}
          />
        }
      />
      <Problems problems={value.problems} />
      <Findings value={value} />
      <TimelineSection value={value} />
      {value.mirrors.length > 1 && (
        <MirrorSection
          key={value.mirrors.join()}
          entityRef={entityRef}
          mirrors={value.mirrors}
        />
      )}
      <Rotations rotations={rotations} />
      <CalendarSection entityRef={entityRef} />
    </PeopleProvider>
  );
}

/** Who is on call for a service, until when, who is next, and what is doubtful about it. */
export function OncallView(props: OncallViewProps) {
  const classes = useStyles();
  const state = useServiceOncall(props.service.entityRef);
  return (
    <div className={classes.root}>
      <Async
        state={state}
        loading={<ServiceSkeleton />}
        notFound={<NoRotation />}
      >
        {value =>
          state.kind === 'ready' && (
            <ServiceOncall {...props} value={value} onReload={state.reload} />
          )
        }
      </Async>
    </div>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import type {
  ServiceResponse,
  ServiceSlosResponse,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceSlos } from '../../../hooks/slo/useServiceSlos';
import { useServiceView } from '../../../hooks/useServiceView';
import { byStatus, mostPressing } from '../../../utils/slo/order';
import { Async } from '../../async';
import { ServiceSkeleton } from '../../maturity/EntityReliabilityContent/ServiceSkeleton';
import { ServicePromise } from '../../maturity/promises/ServicePromise';
import { DocumentFiles } from './files/DocumentFiles';
import { NoSlos } from './NoSlos';
import { SloCard } from './SloCard';
import { SlosSummary } from './SlosSummary';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    // The portal's body may have another font than the theme of its MUI parts.
    fontFamily: theme.typography.fontFamily,
  },
}));

interface ServiceSlosProps {
  value: ServiceSlosResponse;
  refreshing: boolean;
  onReload: () => void;
  onReplace: (value: ServiceSlosResponse) => void;
}

/** What the tier demands, as far as it concerns one SLO: where another meets it, this one may promise less. */
function tierTargetFor(
  { target }: SloResponse,
  { tierTarget, slos }: ServiceSlosResponse,
): number | null {
  if (tierTarget === null || target >= tierTarget) return tierTarget;
  return slos.some(slo => slo.target >= tierTarget) ? null : tierTarget;
}

function ServiceSlos(props: ServiceSlosProps) {
  const { value, refreshing, onReload, onReplace } = props;
  const { valueOf } = useServiceView();
  const slos = byStatus(value.slos);
  const wanted = valueOf('slo');
  const named = slos.find(({ name, id }) => name === wanted || id === wanted);
  const opened = (named ?? mostPressing(slos))?.name;
  const changed = (next: SloResponse) =>
    onReplace({
      ...value,
      slos: value.slos.map(slo => (slo.id === next.id ? next : slo)),
    });
  if (slos.length === 0 && value.files.length === 0)
    return <NoSlos entityRef={value.entityRef} />;
  const broken = value.files.some(
    ({ state, diagnostics }) =>
      state === 'failed' ||
      diagnostics.some(({ severity }) => severity === 'error'),
  );
  const files = <DocumentFiles files={value.files} />;
  return (
    <>
      <SlosSummary value={value} refreshing={refreshing} onReload={onReload} />
      {broken && files}
      {slos.map(slo => (
        <SloCard
          key={slo.id}
          slo={slo}
          tierTarget={tierTargetFor(slo, value)}
          opened={slo.name === opened}
          named={slo.id === named?.id}
          onChanged={changed}
        />
      ))}
      {!broken && files}
    </>
  );
}

/** The SLOs of a service: what is promised, what is left of each budget, and why. */
export function SlosView({ service }: { service: ServiceResponse }) {
  const classes = useStyles();
  const state = useServiceSlos(service.entityRef);
  return (
    <div className={classes.root}>
      <Async
        state={state}
        loading={<ServiceSkeleton />}
        notFound={<NoSlos entityRef={service.entityRef} />}
      >
        {(value, refreshing) =>
          state.kind === 'ready' && (
            <ServiceSlos
              value={value}
              refreshing={refreshing}
              onReload={state.reload}
              onReplace={state.replace}
            />
          )
        }
      </Async>
      <ServicePromise entityRef={service.entityRef} />
    </div>
  );
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useService } from '../../../hooks/useService';
import { Async } from '../../async';
import { NotAService } from './NotAService';
import { ServiceViews } from './ServiceViews';
import { ServiceSkeleton } from './ServiceSkeleton';

function ServiceTab({ entityRef }: { entityRef: string }) {
  const state = useService(entityRef);
  const again = () => {
    if (state.kind === 'failed') state.retry();
  };
  return (
    <Async
      state={state}
      loading={<ServiceSkeleton />}
      notFound={<NotAService entityRef={entityRef} onFound={again} />}
    >
      {service => (
        <ServiceViews
          service={service}
          onChanged={state.kind === 'ready' ? state.replace : again}
        />
      )}
    </Async>
  );
}

/**
 * The Reliability tab on the page of an entity: is this service fine, and what is to be done next?
 *
 * @public
 */
export function EntityReliabilityContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  // Another entity is another page: an answer to a write about the former must not land on it.
  return <ServiceTab key={entityRef} entityRef={entityRef} />;
}

import type { ServiceFilter } from '@plimsoll/backstage-plugin-reliability-common';
import { useTierNames } from '../../../hooks/useTierNames';
import type { ListFilter } from '../../../utils/rankingParams';
import { FacetFilter } from './FacetFilter';

/** Whose services: several filters whose values and counts come from the server. */
export function FacetFilters(props: {
  fields: readonly ListFilter[];
  /** What narrows the services now, these filters included. */
  filter: ServiceFilter;
  chosen: Partial<Record<ListFilter, readonly string[]>>;
  /** Told all that is chosen in one of them. */
  onChange: (patch: Partial<Record<ListFilter, string[]>>) => void;
}) {
  const { fields, filter, chosen, onChange } = props;
  const tier = useTierNames();
  return (
    <>
      {fields.map(field => (
        <FacetFilter
          key={field}
          field={field}
          filter={filter}
          chosen={chosen[field] ?? []}
          names={{ tier }}
          onChange={values => onChange({ [field]: values })}
        />
      ))}
    </>
  );
}

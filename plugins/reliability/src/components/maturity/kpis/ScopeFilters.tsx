import { FacetFilters } from '../../common/filters';
import { scopeFields, ScopeParams, scopeQueryOf } from './kpiAddress';

/** Whose services: by owner, system, domain and tier. */
export function ScopeFilters(props: {
  params: ScopeParams;
  onChange: (changed: Partial<ScopeParams>) => void;
}) {
  const { params, onChange } = props;
  return (
    <FacetFilters
      fields={scopeFields}
      filter={scopeQueryOf(params)}
      chosen={params}
      onChange={onChange}
    />
  );
}

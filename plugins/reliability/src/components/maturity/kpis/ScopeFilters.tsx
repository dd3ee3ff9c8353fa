import { useTiers } from '../../../hooks/useTiers';
import { FacetFilter } from '../RankingPage/FacetFilter';
import { scopeFields, ScopeParams, scopeQueryOf } from './kpiAddress';

/** Whose services: by owner, system, domain and tier. */
export function ScopeFilters(props: {
  params: ScopeParams;
  onChange: (changed: Partial<ScopeParams>) => void;
}) {
  const { params, onChange } = props;
  const tiers = useTiers();
  const names = tiers.kind === 'ready' ? tiers.value.items : [];
  const filter = scopeQueryOf(params);
  return (
    <>
      {scopeFields.map(field => (
        <FacetFilter
          key={field}
          field={field}
          filter={filter}
          chosen={params[field]}
          names={{
            tier: Object.fromEntries(names.map(({ id, name }) => [id, name])),
          }}
          onChange={chosen => onChange({ [field]: chosen })}
        />
      ))}
    </>
  );
}

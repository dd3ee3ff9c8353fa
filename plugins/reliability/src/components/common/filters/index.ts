export { FacetFilter } from './FacetFilter';
export { FacetFilters } from './FacetFilters';
export { FacetValue } from './FacetValue';
export type { ValueNames } from './FacetValue';
export { FilterBar } from './FilterBar';
export { FilterPopover } from './FilterPopover';
export { TextFilter } from './TextFilter';

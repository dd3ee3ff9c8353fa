export * from './facts';
export * from './factCatalogue';
export * from './factContext';
export * from './fingerprint';
export type { DefinitionProblem } from './rule';
export type { Evaluation, Expression, ExpressionContext } from './expression';
export type { ComparedText, FactPath } from './factPath';
export {
  accountOf,
  type AccountChoice,
  type AnnotationRef,
  type AnnotationRefs,
  type NamedAccount,
} from './annotationRefs';

import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../http/endpoint';
import { DossierService } from './DossierService';
import { ReviewService } from './ReviewService';

export interface ReviewServices {
  readonly reviews: ReviewService;
  readonly dossiers: DossierService;
}

/** Reviews of phases and what they approved. */
export function addReviewRoutes(
  on: Endpoint,
  { reviews, dossiers }: ReviewServices,
) {
  on(routes.requestReview, ({ entityRef, params, body, credentials }) =>
    reviews.request({ entityRef, checklistId: params.id }, body, credentials),
  );
  on(routes.listReviews, ({ entityRef, params, query, credentials }) =>
    reviews.list({ entityRef, checklistId: params.id }, query, credentials),
  );
  on(routes.decideReview, ({ params, body, credentials }) =>
    reviews.decide(params.id, body, credentials),
  );
  on(routes.getDossier, ({ params, query, credentials }) =>
    query.format === 'md'
      ? dossiers.markdown(params.id, credentials)
      : dossiers.get(params.id, credentials),
  );
}

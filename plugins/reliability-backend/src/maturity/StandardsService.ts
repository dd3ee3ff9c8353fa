import {
  factCatalogue,
  FactCatalogueResponse,
  ScorecardResponse,
  ScorecardsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../config/config';
import { findScorecard } from './findScorecard';

/** The definitions in force, as documentation. */
export class StandardsService {
  constructor(
    private readonly options: { readonly config: ReliabilityConfig },
  ) {}

  scorecards(): ScorecardsResponse {
    return {
      items: this.options.config.scorecards.map(({ definition, hash }) => ({
        id: definition.id,
        title: definition.title,
        description: definition.description,
        hash,
        levels: [...definition.levels],
        dimensions: [
          ...new Set(definition.checks.map(({ dimension }) => dimension)),
        ],
        checks: definition.checks.map(({ id, title }) => ({ id, title })),
      })),
    };
  }

  /** @throws NotFoundError when no such scorecard is configured */
  scorecard(id: string): ScorecardResponse {
    const found = findScorecard(this.options.config.scorecards, id);
    return {
      definition: found.definition as ScorecardResponse['definition'],
      hash: found.hash,
    };
  }

  facts(): FactCatalogueResponse {
    return { items: [...factCatalogue] };
  }
}

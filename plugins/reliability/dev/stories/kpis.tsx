import { KpisPage } from '../../src/components/maturity/kpis/KpisPage';
import { RiskDialog } from '../../src/components/maturity/kpis/risks/RiskDialog';
import { RisksPage } from '../../src/components/maturity/kpis/RisksPage';
import { callMock, type Answers } from '../../src/testUtils/callMock';
import {
  derivedRiskItem,
  kpi,
  kpisResponse,
  risksResponse,
  writtenRiskItem,
} from '../../src/testUtils/kpis';
import { reliabilityApiMock } from '../../src/testUtils/reliabilityApiMock';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const company = (answers: Answers) =>
  reliabilityApiMock({ call: callMock(answers) });

const full = company({
  getKpis: () => kpisResponse(),
  listRisks: () => risksResponse(),
  createRisk: () => writtenRiskItem(),
  patchRisk: () => writtenRiskItem(),
});

const unknown = kpisResponse({
  history: [],
  items: kpisResponse().items.map(each => ({
    ...each,
    value: null,
    n: 0,
    met: 'unknown',
    trend: null,
    p90: null,
    parts: [],
    coverage: 0,
  })),
});

const kpisStates = {
  full,
  unknown: company({ getKpis: () => unknown }),
  empty: company({
    getKpis: () => kpisResponse({ services: 0, items: [kpi('rto-met')] }),
  }),
  loading: states.loading,
  failed: states.failed,
  forbidden: states.forbidden,
};

const riskStates = {
  full,
  empty: company({ listRisks: () => risksResponse([]) }),
  failed: states.failed,
  forbidden: states.forbidden,
};

/** The executive page and the register of risks. */
export const kpisStories: StoryDefinition[] = [
  ...Object.entries(kpisStates).map(([name, api]) => ({
    path: `kpis-${name}`,
    title: `Executive page, ${name}`,
    api,
    element: <KpisPage />,
  })),
  ...Object.entries(riskStates).map(([name, api]) => ({
    path: `risks-${name}`,
    title: `Risks, ${name}`,
    api,
    element: <RisksPage />,
  })),
  {
    path: 'risk-own',
    title: 'Own a risk',
    api: full,
    element: (
      <RiskDialog
        risk={derivedRiskItem()}
        onWritten={() => {}}
        onClose={() => {}}
      />
    ),
  },
  {
    path: 'risk-write',
    title: 'Write a risk down',
    api: full,
    element: <RiskDialog onWritten={() => {}} onClose={() => {}} />,
  },
];

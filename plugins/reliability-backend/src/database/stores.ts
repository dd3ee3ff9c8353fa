import { ServiceStore } from '../catalog/ServiceStore';
import { DependencyStore } from '../catalog/DependencyStore';
import { SweepStore } from '../catalog/SweepStore';
import { ExemptionStore } from '../maturity/exemptions/ExemptionStore';
import { CampaignStore } from '../maturity/campaigns/CampaignStore';
import { FactStore } from '../maturity/FactStore';
import { HistoryStore } from '../maturity/HistoryStore';
import { ItemStateStore } from '../maturity/ItemStateStore';
import { SpentBudgetStore } from '../maturity/notices/SpentBudgetStore';
import { RankingStore } from '../maturity/RankingStore';
import { ReportStore } from '../maturity/ReportStore';
import { ScorecardVersionStore } from '../maturity/ScorecardVersionStore';
import { AnswerStore } from '../readiness/AnswerStore';
import { ChecklistItemStore } from '../readiness/ChecklistItemStore';
import { ProgressStore } from '../readiness/ProgressStore';
import { NoticeStore } from '../readiness/notices/NoticeStore';
import { ProposalStore } from '../readiness/proposals/ProposalStore';
import { ReadinessStore } from '../readiness/ReadinessStore';
import { ReviewStore } from '../readiness/ReviewStore';
import { SloDayStore } from '../slo/SloDayStore';
import { SloFileStore } from '../slo/SloFileStore';
import { SloStateStore } from '../slo/SloStateStore';
import { SloStore } from '../slo/SloStore';
import { CorrectionStore } from '../slo/CorrectionStore';
import { SampleStore } from '../slo/SampleStore';
import { SloListStore } from '../slo/SloListStore';
import { AccountStore } from '../oncall/AccountStore';
import { DeclaredLinks } from '../oncall/links/DeclaredLinks';
import { LinkStore } from '../oncall/LinkStore';
import { OncallListStore } from '../oncall/OncallListStore';
import { OncallServiceStore } from '../oncall/OncallServiceStore';
import { GroupStore } from '../oncall/people/GroupStore';
import { PeopleStore } from '../oncall/people/PeopleStore';
import { ResponderLinks } from '../oncall/people/ResponderLinks';
import { ResponderStore } from '../oncall/ResponderStore';
import { RotationListStore } from '../oncall/RotationListStore';
import { RotationStore } from '../oncall/RotationStore';
import { ShiftStore } from '../oncall/ShiftStore';
import { IncidentFactStore } from '../incidents/IncidentFactStore';
import { IncidentStatStore } from '../incidents/IncidentStatStore';
import { BudgetReviewStore } from '../incidents/ledger/BudgetReviewStore';
import { ImpactStore } from '../incidents/ledger/ImpactStore';
import { SpendStore } from '../incidents/ledger/SpendStore';
import { IncidentListStore } from '../incidents/IncidentListStore';
import { IncidentAccountStore } from '../incidents/IncidentAccountStore';
import { IncidentLinkStore } from '../incidents/IncidentLinkStore';
import { IncidentMarkStore } from '../incidents/IncidentMarkStore';
import { IncidentMappingStore } from '../incidents/IncidentMappingStore';
import { IncidentRetentionStore } from '../incidents/IncidentRetentionStore';
import { IncidentStore } from '../incidents/IncidentStore';
import { IncidentSubjectStore } from '../incidents/IncidentSubjectStore';
import { RepeatStore } from '../incidents/RepeatStore';
import { DeliveryStore } from '../incidents/webhooks/DeliveryStore';
import { ChangeStore } from '../incidents/ChangeStore';
import { FollowUpStore } from '../incidents/FollowUpStore';
import { IncidentBriefStore } from '../incidents/IncidentBriefStore';
import { LessonStore } from '../incidents/LessonStore';
import { PostmortemStore } from '../incidents/PostmortemStore';
import { UnmappedStore } from '../incidents/UnmappedStore';
import { UpdateStore } from '../incidents/UpdateStore';
import { TierStore } from '../tier/TierStore';

/** One store for each kind of data. They hold no connection: every call is handed one. */
export interface Stores {
  readonly services: ServiceStore;
  readonly dependencies: DependencyStore;
  readonly sweeps: SweepStore;
  readonly tiers: TierStore;
  readonly facts: FactStore;
  readonly exemptions: ExemptionStore;
  readonly reports: ReportStore;
  readonly ranking: RankingStore;
  readonly history: HistoryStore;
  readonly versions: ScorecardVersionStore;
  readonly checklistItems: ChecklistItemStore;
  readonly answers: AnswerStore;
  readonly readiness: ReadinessStore;
  readonly progress: ProgressStore;
  readonly reviews: ReviewStore;
  readonly notices: NoticeStore;
  readonly proposals: ProposalStore;
  readonly spentBudgets: SpentBudgetStore;
  readonly sloList: SloListStore;
  readonly sloSamples: SampleStore;
  readonly sloCorrections: CorrectionStore;
  readonly sloFiles: SloFileStore;
  readonly slos: SloStore;
  readonly sloStates: SloStateStore;
  readonly sloDays: SloDayStore;
  readonly oncallLinks: LinkStore;
  readonly oncallRotations: RotationStore;
  readonly oncallShifts: ShiftStore;
  readonly oncallResponders: ResponderStore;
  readonly oncallAccounts: AccountStore;
  readonly oncallServices: OncallServiceStore;
  readonly oncallList: OncallListStore;
  readonly oncallRotationList: RotationListStore;
  readonly people: PeopleStore;
  readonly groups: GroupStore;
  readonly responderLinks: ResponderLinks;
  readonly declaredLinks: DeclaredLinks;
  readonly incidentBriefs: IncidentBriefStore;
  readonly incidentUpdates: UpdateStore;
  readonly postmortems: PostmortemStore;
  readonly followUps: FollowUpStore;
  readonly lessons: LessonStore;
  readonly campaigns: CampaignStore;
  readonly changes: ChangeStore;
  readonly unmapped: UnmappedStore;
  readonly itemStates: ItemStateStore;
  readonly incidentList: IncidentListStore;
  readonly incidentSpends: SpendStore;
  readonly incidentImpacts: ImpactStore;
  readonly budgetReviews: BudgetReviewStore;
  readonly incidents: IncidentStore;
  readonly incidentRepeats: RepeatStore;
  readonly incidentSubjects: IncidentSubjectStore;
  readonly incidentLinks: IncidentLinkStore;
  readonly incidentMarks: IncidentMarkStore;
  readonly incidentMappings: IncidentMappingStore;
  readonly incidentAccounts: IncidentAccountStore;
  readonly incidentDeliveries: DeliveryStore;
  readonly incidentRetention: IncidentRetentionStore;
  readonly incidentStats: IncidentStatStore;
  readonly incidentFacts: IncidentFactStore;
}

export function createStores(): Stores {
  const incidentMarks = new IncidentMarkStore();
  const oncallShifts = new ShiftStore();
  const oncallResponders = new ResponderStore();
  return {
    services: new ServiceStore(),
    dependencies: new DependencyStore(),
    sweeps: new SweepStore(),
    tiers: new TierStore(),
    facts: new FactStore(),
    exemptions: new ExemptionStore(),
    reports: new ReportStore(),
    ranking: new RankingStore(),
    history: new HistoryStore(),
    versions: new ScorecardVersionStore(),
    checklistItems: new ChecklistItemStore(),
    answers: new AnswerStore(),
    readiness: new ReadinessStore(),
    progress: new ProgressStore(),
    reviews: new ReviewStore(),
    notices: new NoticeStore(),
    proposals: new ProposalStore(),
    spentBudgets: new SpentBudgetStore(),
    sloList: new SloListStore(),
    sloSamples: new SampleStore(),
    sloCorrections: new CorrectionStore(),
    sloFiles: new SloFileStore(),
    slos: new SloStore(),
    sloStates: new SloStateStore(),
    sloDays: new SloDayStore(),
    oncallLinks: new LinkStore(),
    oncallRotations: new RotationStore(oncallShifts, oncallResponders),
    oncallShifts,
    oncallResponders,
    oncallAccounts: new AccountStore(),
    oncallServices: new OncallServiceStore(),
    oncallList: new OncallListStore(),
    oncallRotationList: new RotationListStore(),
    people: new PeopleStore(),
    groups: new GroupStore(),
    responderLinks: new ResponderLinks(),
    declaredLinks: new DeclaredLinks(),
    incidentBriefs: new IncidentBriefStore(),
    incidentUpdates: new UpdateStore(),
    postmortems: new PostmortemStore(),
    followUps: new FollowUpStore(),
    lessons: new LessonStore(),
    campaigns: new CampaignStore(),
    changes: new ChangeStore(),
    unmapped: new UnmappedStore(),
    itemStates: new ItemStateStore(),
    incidentList: new IncidentListStore(),
    incidentSpends: new SpendStore(),
    incidentImpacts: new ImpactStore(),
    budgetReviews: new BudgetReviewStore(),
    incidents: new IncidentStore(),
    incidentRepeats: new RepeatStore(),
    incidentSubjects: new IncidentSubjectStore(),
    incidentLinks: new IncidentLinkStore(incidentMarks),
    incidentMarks,
    incidentMappings: new IncidentMappingStore(),
    incidentAccounts: new IncidentAccountStore(),
    incidentDeliveries: new DeliveryStore(),
    incidentRetention: new IncidentRetentionStore(),
    incidentStats: new IncidentStatStore(),
    incidentFacts: new IncidentFactStore(),
  };
}

import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** Override the tier of a service, or take the override back. @public */
export const reliabilityTierOverridePermission = createPermission({
  name: 'reliability.tier.override',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Re-read one service from its sources now. @public */
export const reliabilityServiceRefreshPermission = createPermission({
  name: 'reliability.service.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Push facts. Meant for machines: only service principals may use it. @public */
export const reliabilityFactsPushPermission = createPermission({
  name: 'reliability.facts.push',
  attributes: { action: 'create' },
});

/** Answer, contest and settle items of readiness checklists, and ask for a review. @public */
export const reliabilityReadinessAnswerPermission = createPermission({
  name: 'reliability.readiness.answer',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Propose an answer with evidence; a person decides. Open to machines. @public */
export const reliabilityReadinessProposePermission = createPermission({
  name: 'reliability.readiness.propose',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Decide on the review of a checklist. @public */
export const reliabilityReadinessReviewPermission = createPermission({
  name: 'reliability.readiness.review',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Import answers in bulk for any service, also in the name of others. @public */
export const reliabilityReadinessImportPermission = createPermission({
  name: 'reliability.readiness.import',
  attributes: { action: 'create' },
});

/** Push counts of events for SLOs. Meant for machines: only service principals may use it. @public */
export const reliabilitySloPushPermission = createPermission({
  name: 'reliability.slo.push',
  attributes: { action: 'create' },
});

/** Take time out of an error budget, or put it back. @public */
export const reliabilitySloCorrectPermission = createPermission({
  name: 'reliability.slo.correct',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Ask a source about a draft: it runs the queries of the draft. @public */
export const reliabilitySloDryRunPermission = createPermission({
  name: 'reliability.slo.dry-run',
  attributes: { action: 'read' },
});

/** See the names and addresses of people on call. Without it a reader sees that somebody is, and until when. @public */
export const reliabilityOncallPeoplePermission = createPermission({
  name: 'reliability.oncall.people',
  attributes: { action: 'read' },
});

/** Record, correct and resolve incidents of a service, write its postmortems and its follow-ups, and settle review items of its SLOs. @public */
export const reliabilityIncidentEditPermission = createPermission({
  name: 'reliability.incident.edit',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** See incidents that belong to no service yet, and say which service they belong to. @public */
export const reliabilityIncidentMapPermission = createPermission({
  name: 'reliability.incident.map',
  attributes: { action: 'update' },
});

/** Import incidents in bulk for any service. @public */
export const reliabilityIncidentImportPermission = createPermission({
  name: 'reliability.incident.import',
  attributes: { action: 'create' },
});

/** Push deployments and other changes. Meant for machines: only service principals may use it. @public */
export const reliabilityChangesPushPermission = createPermission({
  name: 'reliability.changes.push',
  attributes: { action: 'create' },
});

/** Let a service change although its load line says hold, for a reason and until an end. @public */
export const reliabilityGateWaivePermission = createPermission({
  name: 'reliability.gate.waive',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Ask for an exemption from a check, and take the request back. @public */
export const reliabilityExemptionRequestPermission = createPermission({
  name: 'reliability.exemption.request',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Approve, deny and revoke exemptions of others. @public */
export const reliabilityExemptionDecidePermission = createPermission({
  name: 'reliability.exemption.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Start, change and end campaigns. @public */
export const reliabilityCampaignManagePermission = createPermission({
  name: 'reliability.campaign.manage',
  attributes: { action: 'update' },
});

/** Try other rules, tiers and weights on all services; it costs as much as an assessment of them. @public */
export const reliabilityPreviewRunPermission = createPermission({
  name: 'reliability.preview.run',
  attributes: { action: 'create' },
});

/** Write risks down, and say what is done about them. @public */
export const reliabilityRiskEditPermission = createPermission({
  name: 'reliability.risk.edit',
  attributes: { action: 'update' },
});

/** Offer and take over the care for a service. @public */
export const reliabilityHandoverPermission = createPermission({
  name: 'reliability.handover',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Every permission of the plugin. @public */
export const reliabilityPermissions = [
  reliabilityTierOverridePermission,
  reliabilityServiceRefreshPermission,
  reliabilityFactsPushPermission,
  reliabilityReadinessAnswerPermission,
  reliabilityReadinessProposePermission,
  reliabilityReadinessReviewPermission,
  reliabilityReadinessImportPermission,
  reliabilitySloPushPermission,
  reliabilitySloCorrectPermission,
  reliabilitySloDryRunPermission,
  reliabilityOncallPeoplePermission,
  reliabilityIncidentEditPermission,
  reliabilityIncidentMapPermission,
  reliabilityIncidentImportPermission,
  reliabilityChangesPushPermission,
  reliabilityGateWaivePermission,
  reliabilityExemptionRequestPermission,
  reliabilityExemptionDecidePermission,
  reliabilityCampaignManagePermission,
  reliabilityPreviewRunPermission,
  reliabilityRiskEditPermission,
  reliabilityHandoverPermission,
];

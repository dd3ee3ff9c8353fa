import assert from 'node:assert/strict';

const CHECKLIST = 'production-readiness';
const PROOF = [{ title: 'Record', url: 'https://kittiwake.example/record' }];

/** The checklist of a service of the demo company. */
export const checklistOf = name =>
  `/services/component/default/${name}/checklists/${CHECKLIST}`;

/**
 * Answers what is unanswered with yes, as a spreadsheet would bring it.
 *
 * @param except - items that stay unanswered
 */
export async function bringYes(portal, name, except = []) {
  const { items } = await portal.get(checklistOf(name));
  const rows = items
    .filter(
      ({ id, automatic, state }) =>
        !automatic && state === 'unanswered' && !except.includes(id),
    )
    .map(({ id, evidenceRule }) => ({
      entityRef: `component:default/${name}`,
      itemId: id,
      answer: 'yes',
      by: 'user:default/sunniva.hall',
      evidence: evidenceRule === 'none' ? [] : PROOF,
    }));
  const { rejected } = await portal.post(
    `/checklists/${CHECKLIST}/answers/import`,
    { rows },
  );
  assert.equal(rejected, 0);
}

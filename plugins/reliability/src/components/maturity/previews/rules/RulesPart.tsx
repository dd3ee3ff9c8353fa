import Typography from '@material-ui/core/Typography';
import type { PreviewRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { useAction } from '../../../../hooks/useAction';
import { useCall } from '../../../../hooks/useCall';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useScorecardDefinitions } from '../../../../hooks/useStandards';
import { useTiers } from '../../../../hooks/useTiers';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async } from '../../../async';
import { ChoiceField, refusalOf } from '../../../common';
import { Section } from '../../Section';
import type { PreviewParams } from '../previewAddress';
import { PreviewResult } from '../result/PreviewResult';
import { RuleForm } from './RuleForm';

/** Other rules, tried on every service before they are in force. */
export function RulesPart({
  address,
}: {
  address: ListAddress<PreviewParams>;
}) {
  const { params, change } = address;
  const { t } = useTranslation();
  const call = useCall();
  const scorecards = useScorecardDefinitions();
  const tiers = useTiers();
  const { state, run } = useAction(
    useCallback((body: PreviewRequest) => call('runPreview', { body }), [call]),
    ({ id }) =>
      change({
        preview: id,
        change: undefined,
        check: undefined,
        owner: [],
        tier: [],
      }),
  );
  const refusal = refusalOf(state, {
    forbidden: t('previews.rules.forbidden'),
    failed: message => t('previews.rules.failed', { message }),
  });
  return (
    <>
      <Typography variant="body2" style={{ maxWidth: '80ch' }}>
        {t('previews.rules.intro')}
      </Typography>
      <Async state={scorecards}>
        {definitions => {
          const definition =
            definitions.find(({ id }) => id === params.scorecard) ??
            definitions[0];
          return (
            <Section
              title={t('previews.rules.title')}
              actions={
                <ChoiceField
                  label={t('previews.rules.scorecard')}
                  choices={definitions}
                  chosen={definition.id}
                  onChoose={scorecard =>
                    change({ scorecard, preview: undefined })
                  }
                />
              }
            >
              <Async state={tiers}>
                {({ items }) => (
                  <RuleForm
                    key={definition.id}
                    definition={definition}
                    tiers={items}
                    running={state.kind === 'running'}
                    refusal={refusal}
                    onRun={run}
                  />
                )}
              </Async>
            </Section>
          );
        }}
      </Async>
      {(params.preview || scorecards.kind === 'ready') && (
        <PreviewResult
          address={address}
          tiers={tiers.kind === 'ready' ? tiers.value.items : []}
        />
      )}
    </>
  );
}

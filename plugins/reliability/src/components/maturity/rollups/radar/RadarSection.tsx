import Typography from '@material-ui/core/Typography';
import type {
  RollupBy,
  RollupGroup,
  RollupsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  rollupFilterOf,
  type RollupParams,
} from '../../../../utils/rollups/rollupParams';
import { Async } from '../../../async';
import { useGroupText } from '../groups/useGroupText';
import { Section } from '../../Section';
import { Radar } from './Radar';

const nobody = { key: null, name: '' };

function RadarOf(props: {
  by: RollupBy;
  page: RollupsResponse;
  chosen: readonly RollupGroup[];
}) {
  const { by, page, chosen } = props;
  const { t } = useTranslation();
  const [first, second] = chosen;
  const firstName = useGroupText(by, first ?? nobody);
  const secondName = useGroupText(by, second ?? nobody);
  const series = [
    { name: t('rollups.radar.whole'), figures: page.whole },
    ...(first ? [{ name: firstName, figures: first.nested }] : []),
    ...(second ? [{ name: secondName, figures: second.nested }] : []),
  ];
  return <Radar dimensions={page.dimensions} series={series} />;
}

function ChosenRadar(props: { page: RollupsResponse; params: RollupParams }) {
  const { page, params } = props;
  const { by, group } = params;
  const state = useRoute('listRollups', {
    query: { ...rollupFilterOf(params), by, group: [...group], limit: 2 },
  });
  return (
    <Async state={state} dense>
      {({ items }) => (
        <RadarOf
          by={by}
          page={page}
          chosen={group.flatMap(
            key => items.find(each => each.key === key) ?? [],
          )}
        />
      )}
    </Async>
  );
}

/** The dimensions of all services that match, and of the groups that were chosen. */
export function RadarSection(props: {
  page: RollupsResponse;
  params: RollupParams;
}) {
  const { page, params } = props;
  const { t } = useTranslation();
  return (
    <Section title={t('rollups.radar.title')}>
      <Typography variant="body2" gutterBottom>
        {t('rollups.radar.text')}
      </Typography>
      {params.group.length > 0 ? (
        <ChosenRadar page={page} params={params} />
      ) : (
        <RadarOf by={params.by} page={page} chosen={[]} />
      )}
    </Section>
  );
}

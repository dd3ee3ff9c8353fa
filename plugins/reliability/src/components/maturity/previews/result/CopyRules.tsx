import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  yamlText,
  type Preview,
  type TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: { minWidth: 0 },
  text: {
    maxHeight: 240,
    overflow: 'auto',
    padding: theme.spacing(1),
    fontSize: '0.75rem',
    border: `1px solid ${theme.palette.divider}`,
  },
}));

/** The rules of a preview as they would stand in app-config. */
export function rulesText(
  { definition, tiers: contracts }: Preview,
  tiers: TiersResponse['items'],
): string {
  const changesTiers = Object.keys(contracts).length > 0;
  return yamlText({
    reliability: {
      // The list of tiers is put in whole: a part of it would take the others away.
      ...(changesTiers && {
        tiers: tiers.map(({ id, name, description, contract }) => ({
          id,
          name,
          description,
          contract: contracts[id] ?? contract,
        })),
      }),
      scorecards: [definition],
    },
  });
}

/** Takes the rules along, to put them into force. */
export function CopyRules(props: {
  preview: Preview;
  tiers: TiersResponse['items'];
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const text = () => rulesText(props.preview, props.tiers);
  const copy = async () => {
    try {
      await window.navigator.clipboard.writeText(text());
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <div className={classes.root}>
      <SmallButton onClick={copy}>{t('previews.result.copy')}</SmallButton>
      <Typography variant="body2" role="status">
        {state === 'copied' && t('previews.result.copied')}
        {state === 'failed' && t('previews.result.copyFailed')}
      </Typography>
      {state === 'failed' && <pre className={classes.text}>{text()}</pre>}
    </div>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useCopy } from '../../../hooks/slo/useCopy';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& svg': { fontSize: 14, verticalAlign: '-2px', marginRight: 4 },
  },
  words: { fontSize: '0.8125rem', '&:empty': { display: 'none' } },
}));

/** Puts a text into the clipboard and says whether that went well. */
export function CopyButton(props: { text: string; label?: string }) {
  const { text, label } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { outcome, copy } = useCopy();
  return (
    <span className={classes.root}>
      <SmallButton onClick={() => copy(text)} aria-label={label}>
        <CopyIcon aria-hidden="true" />
        {t('slo.copy.action')}
      </SmallButton>
      <span role="status" className={classes.words}>
        {outcome && t(`slo.copy.${outcome}`)}
      </span>
    </span>
  );
}

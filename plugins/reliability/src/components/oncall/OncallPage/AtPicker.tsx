import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useTranslation } from '../../../hooks/useTranslation';
import { momentText } from '../../../utils/oncall/times';
import { SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  input: {
    font: 'inherit',
    height: 36,
    boxSizing: 'border-box',
    padding: theme.spacing(0, 1),
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    // The little calendar is drawn by the browser, in the colours of the scheme that it thinks is on.
    colorScheme: theme.palette.type,
  },
}));

const FORMAT = "yyyy-MM-dd'T'HH:mm";

/** For which time the list is; usually now. Times are those of the reader's zone. */
export function AtPicker(props: {
  /** RFC 3339; absent: now. */
  at?: string;
  onChange: (at: string | undefined) => void;
}) {
  const { at, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <span className={classes.root}>
      <label>
        {t('oncalls.at.label')}{' '}
        <input
          className={classes.input}
          type="datetime-local"
          value={at ? DateTime.fromISO(at).toFormat(FORMAT) : ''}
          onChange={event => {
            const time = DateTime.fromISO(event.target.value);
            onChange(
              time.isValid ? time.toUTC().toISO() ?? undefined : undefined,
            );
          }}
        />
      </label>
      {at ? (
        <>
          <span role="status">
            {t('oncalls.at.notNow', { time: momentText(at) })}
          </span>
          <SmallButton onClick={() => onChange(undefined)}>
            {t('oncalls.at.back')}
          </SmallButton>
        </>
      ) : (
        <span>{t('oncalls.at.now')}</span>
      )}
    </span>
  );
}

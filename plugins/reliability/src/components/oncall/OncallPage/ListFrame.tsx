import { makeStyles } from '@material-ui/core/styles';
import { ListFrame as Frame, type ListFrameProps } from '../../common';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** One page of a list of the directory, with the way to others. */
export function ListFrame(props: ListFrameProps & { label: string }) {
  const { label, children, ...frame } = props;
  const classes = useStyles();
  return (
    <Frame {...frame}>
      <ul className={classes.list} aria-label={label}>
        {children}
      </ul>
    </Frame>
  );
}

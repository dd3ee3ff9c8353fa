// jest takes this folder for the root of the workspace and refuses to start without it.
export {};

export * from './exemption';
export * from './debt';
export * from './routes';

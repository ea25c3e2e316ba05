import { connectionLine, header } from '../frame.ts';

document.body.append(header('Graph'), connectionLine());

import { launch } from './runner.mjs';
import fs from 'node:fs';
import { createRequire } from 'node:module';
const axe=fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'),'utf8');
const out='/tmp/demo-f';const tag=process.argv[2]||'app';
const b=await launch();
const U='http://localhost:3310';
for(const dark of [false,true]){
 const c=await b.newContext({viewport:{width:1440,height:900},reducedMotion:'reduce'});
 if(dark) await c.addInitScript(()=>localStorage.setItem('theme','dark'));
 const p=await c.newPage();p.on('console',m=>m.type()==='error'&&console.log('console',m.text().slice(0,200)));p.on('pageerror',e=>console.log('pageerror',e.message));
 await p.goto(U+'/reliability');
 const btn=p.getByRole('button',{name:/^Signed in as/});
 await btn.waitFor({timeout:90000});
 await p.waitForTimeout(2500);
 console.log(await btn.getAttribute('aria-label'));
 await btn.focus(); await p.screenshot({path:`${out}/${tag}-${dark?'dark':'light'}-1.png`});
 await p.keyboard.press('Enter'); await p.waitForTimeout(500);
 await p.screenshot({path:`${out}/${tag}-${dark?'dark':'light'}-2.png`});
 await p.evaluate(axe);
 console.log('axe', await p.evaluate(async()=> (await window.axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa']})).violations.map(v=>v.id+': '+v.nodes.map(n=>n.target.join(' ')).slice(0,4).join(' ; '))));
 if(!dark){ const nav=p.waitForEvent('load'); await p.getByRole('menuitemradio',{name:/^Lena Ostrow/}).click(); await nav;
  await p.getByRole('button',{name:'Signed in as Lena Ostrow'}).waitFor({timeout:60000});
  await p.goto(U+'/settings'); await p.waitForTimeout(3000);
  await p.screenshot({path:`${out}/${tag}-lena.png`});
  await p.evaluate(()=>localStorage.setItem('plimsoll-demo.person','dara.keane'));
  await p.route('**/api/auth/demo/refresh',r=>r.fulfill({status:404,json:{error:{name:'NotFoundError',message:'User not found'},request:{},response:{statusCode:404}}}));
  await p.reload(); await p.waitForTimeout(3000); await p.screenshot({path:`${out}/${tag}-fail.png`});
  const nav2=p.waitForEvent('load'); await p.getByRole('button',{name:'Sign in as Maren Oake'}).click(); await nav2; await p.getByRole('button',{name:'Signed in as Maren Oake'}).waitFor({timeout:60000});
  await p.setViewportSize({width:360,height:740}); await p.reload(); await p.waitForTimeout(4000); await p.screenshot({path:`${out}/${tag}-phone.png`});
  const m=p.getByRole('button',{name:/Signed in as/}).first(); if(await m.count()){await m.click({timeout:5000}).catch(e=>console.log(e.message.slice(0,300)));await p.waitForTimeout(800);await p.getByRole('button',{name:'Signed in as Maren Oake'}).click({timeout:4000}).catch(e=>console.log(e.message.slice(0,200)));await p.waitForTimeout(500);await p.screenshot({path:`${out}/${tag}-phone2.png`});}
 } else { await p.keyboard.press('Escape'); await p.goto(U+'/reliability'); }
 await c.close();
}
await b.close();

// deterministic realistic data: village issue/comment rows with Chinese text
function rng(seed){let s=seed>>>0;return ()=>{s=(s+0x6D2B79F5)|0;let t=Math.imul(s^(s>>>15),1|s);t=(t+Math.imul(t^(t>>>7),61|t))^t;return((t^(t>>>14))>>>0)/4294967296}}
const V='村民议事会讨论道路硬化工程进度资金来源是否公开低保名单公示养老服务中心选址垃圾分类收集点设置灌溉渠道维修农田水利土地流转合同合作社分红卫生厕所改造文化广场路灯安装饮用水安全检测教育助学医疗保险报销网格员巡查矛盾调解邻里纠纷宅基地审批环境整治乡村振兴产业规划茶叶水稻柑橘种植技术培训直播带货物流快递冷链仓储建议意见同意反对待定下次会议前落实责任人张三李四王五赵六请专家补充说明'.split('');
function text(r,min,max){const n=min+Math.floor(r()*(max-min));let o='';let p=Math.floor(r()*V.length);for(let i=0;i<n;i++){if(r()<0.25)p=Math.floor(r()*V.length);o+=V[p%V.length];p++;if(r()<0.07)o+='，'}return o+'。'}
function hex(r,n){let o='';for(let i=0;i<n;i++)o+='0123456789abcdef'[Math.floor(r()*16)];return o}
function uuid7(r,t){const h=t.toString(16).padStart(12,'0');return `${h.slice(0,8)}-${h.slice(8)}-7${hex(r,3)}-a${hex(r,3)}-${hex(r,12)}`}
function gen(n,seed=42){const r=rng(seed);const vill=[...Array(10)].map(()=>uuid7(r,1.70e12));const users=[...Array(60)].map(()=>uuid7(r,1.71e12));const out=[];let t=1.75e12;
for(let i=0;i<n;i++){t+=1000+Math.floor(r()*600000);out.push({id:uuid7(r,t),village_id:vill[Math.floor(r()*10)],kind:'comment',issue_id:uuid7(r,t-86400000),author_id:users[Math.floor(r()*60)],body:text(r,30,160),status:['open','in_progress','done','rejected'][Math.floor(r()*4)],priority:Math.floor(r()*5),created_at:new Date(t).toISOString(),updated_at:new Date(t+5000).toISOString()})}return out}
module.exports={gen,rng,text,uuid7};


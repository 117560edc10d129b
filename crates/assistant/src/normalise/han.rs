//! Traditional characters of everyday and banking Chinese, as Simplified ones.
//!
//! Not all there are: those somebody needs to talk about money, cards, people, dates and worries. One that is missing
//! stays as it is, which costs the classifier a character and nobody anything else.

/// Traditional and Simplified, in pairs.
const PAIRS: &str = "\
賬账帳账戶户銀银錢钱轉转匯汇還还貸贷貨货費费貴贵買买賣卖賠赔賺赚賽赛購购贈赠資资賊贼賄贿賓宾賜赐質质貼贴責责貪贪販贩貧贫負负財财\
貢贡貝贝頁页頂顶項项順顺須须預预領领頭头題题額额顏颜願愿類类顧顾顯显電电話话說说請请謝谢讓让誰谁講讲許许論论設设訪访證证評评詞词\
試试詐诈詢询該该詳详認认誤误語语誠诚調调談谈課课議议護护記记計计訂订訊讯訓训託托訴诉診诊註注詬诟語语讀读變变警警譯译識识\
個个們们來来從从後后時时間间開开關关問问門门閉闭閱阅際际陳陈陸陆陽阳隊队階阶隨随險险雙双雜杂難难離离雲云電电頻频飛飞飯饭館馆養养\
馬马驗验驚惊騙骗騷骚體体髮发鬆松魚鱼鳥鸟麗丽麥麦黃黄點点黨党齊齐齡龄龍龙龜龟億亿萬万與与業业東东絲丝兩两嚴严喪丧豐丰臨临為为舉举義义烏乌\
樂乐習习鄉乡書书亂乱爭争虧亏亞亚產产畝亩親亲億亿僅仅倉仓儀仪價价眾众優优會会傘伞偉伟傳传傷伤倫伦偽伪體体餘余傭佣僑侨債债傾倾償偿儲储兒儿\
內内岡冈冊册寫写軍军農农馮冯決决況况凍冻淨净準准涼凉減减湊凑幾几鳳凤憑凭凱凯擊击劃划劉刘則则剛刚創创刪删別别劇剧勸劝辦办務务動动勵励勁劲勞劳勢势\
區区醫医華华協协單单賣卖盧卢衛卫卻却廠厂廳厅歷历厲厉壓压厭厌廁厕縣县參参雙双發发變变敘叙疊叠葉叶號号嘆叹嚇吓嗎吗啟启吳吴員员響响啞哑嘗尝\
團团園园圍围國国圖图圓圆聖圣場场壞坏塊块堅坚壇坛墳坟墜坠壟垄壘垒墊垫聲声處处備备復复複复夠够夾夹奪夺奮奋獎奖婦妇媽妈嬰婴孫孙學学寧宁寶宝實实\
審审憲宪宮宫寬宽對对尋寻導导壽寿將将爾尔塵尘嘗尝堯尧屆届層层屬属歲岁島岛嶺岭幣币帥帅師师帶带幫帮幹干廣广莊庄慶庆庫库應应廢废開开異异棄弃張张彈弹強强\
歸归當当錄录徑径徹彻憶忆憂忧懷怀態态憐怜總总戀恋恆恒惡恶惱恼悅悦懸悬慣惯愛爱憤愤慮虑懶懒戲戏戰战撲扑執执擴扩掃扫揚扬擾扰撫抚搶抢報报擔担\
擁拥擇择掛挂擋挡揮挥損损撿捡換换據据擠挤採采掃扫揀拣摯挚撥拨攔拦攜携攝摄敵敌數数齋斋斷断無无舊旧曠旷晝昼曉晓暫暂機机殺杀權权條条楊杨極极構构樞枢\
標标棧栈棟栋欄栏樹树樣样橋桥檔档檢检歡欢歐欧殘残毀毁畢毕氣气漢汉湯汤溝沟沒没淚泪潔洁測测濟济渾浑濃浓塗涂濤涛漲涨滅灭滿满濫滥漁渔漸渐灣湾潛潜燈灯\
災灾爐炉熱热煩烦燒烧營营爺爷牽牵狀状猶犹獨独獲获獵猎獻献瑪玛環环現现瓊琼產产畫画療疗瘋疯盡尽監监盤盘睜睁瞞瞒矯矫碼码磚砖礎础禮礼禍祸禪禅稅税種种稱称\
積积穩稳窮穷竊窃競竞筆笔範范築筑簡简籤签簽签籃篮糧粮緊紧糾纠紅红級级約约紀纪純纯紙纸紛纷線线紹绍終终組组細细織织經经結结給给統统絕绝繼继續续維维綁绑\
網网綠绿緩缓編编緣缘縮缩績绩繳缴繞绕繪绘罰罚罷罢羅罗聯联聰聪職职肅肃腸肠膚肤腎肾腫肿脅胁勝胜腦脑腳脚臉脸藝艺節节範范蘇苏蘋苹華华萊莱蓋盖薦荐藥药虛虚\
蟲虫蠻蛮補补裝装裡里製制襲袭覽览覺觉規规視视觀观計计託托詭诡註注護护豬猪貓猫賀贺跡迹踐践軟软輕轻輛辆較较載载輸输轄辖轟轰辭辞邊边遼辽達达遷迁過过運运\
這这進进遠远違违連连遲迟適适選选遺遗郵邮鄰邻醜丑釋释裏里鐘钟鎊镑鋼钢鐵铁鎖锁錯错鍵键鏈链鑰钥長长閃闪間间聞闻隱隐隻只靈灵靜静韓韩響响頓顿顆颗風风颱台驅驱\
驢驴騎骑鬧闹鬥斗鮮鲜鷄鸡雞鸡鹽盐齒齿臺台檯台週周於于係系纔才妳你祇只喫吃託托僱雇佈布佔占併并傢家儘尽冇没嘅的";

/// The Simplified form of `character`, or itself.
pub fn simplified(character: char) -> char {
    // Nothing below the ideographs is in the table.
    if character < '\u{4e00}' {
        return character;
    }
    let found = PAIRS_BY_CHARACTER.binary_search_by_key(&character, |&(traditional, _)| traditional);
    found.map_or(character, |place| PAIRS_BY_CHARACTER[place].1)
}

static PAIRS_BY_CHARACTER: std::sync::LazyLock<Vec<(char, char)>> = std::sync::LazyLock::new(|| {
    let characters: Vec<char> = PAIRS.chars().collect();
    let mut pairs: Vec<(char, char)> = characters.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_one_simplified_form_which_stays_as_it_is() {
        assert_eq!(PAIRS.chars().count() % 2, 0);
        for pair in PAIRS_BY_CHARACTER.windows(2) {
            assert_ne!(pair[0].0, pair[1].0, "{pair:?}");
        }
        for &(_, plain) in PAIRS_BY_CHARACTER.iter() {
            assert_eq!(simplified(plain), plain, "{plain}");
        }
    }
}

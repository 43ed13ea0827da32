//! The issues of the sample village that needed no bench, or wait for another day.

use domain::Category;
use domain::act::Confirmed;

use super::directory::Who::{ChenSuqin, ChenXiaoyan, ShiGuofu, YangTeam};
use super::matter::Deed::{Merge, Park, Receive, Redirect, Say, Settle, Triage};
use super::matter::{FIT, Matter, at};

pub(super) const MATTERS: [Matter; 6] = [
    Matter {
        number: 16,
        title: "公墓路滑，清明前要不要修",
        title_en: "The cemetery path is slippery; mend it before Qingming?",
        category: Category::Safety,
        group: 0,
        households: 88,
        words: "上公墓那段石板路一下雨就滑，去年摔了两个。清明要到了，赶在前头弄一弄。",
        proxy: Some(("六组 老叶", Confirmed::Face)),
        by: ChenSuqin,
        at: at(3, 5, 8, 40),
        way: &[
            (at(3, 6, 15, 0), ChenSuqin, Triage([true, false, true, true, false])),
            (at(3, 28, 17, 30), ChenSuqin, Settle("石板凿了防滑槽，弯头装了扶手，清明前弄好。")),
        ],
    },
    Matter {
        number: 24,
        title: "两家墙界争半米",
        title_en: "Two houses dispute half a metre of wall",
        category: Category::Neighbours,
        group: 2,
        households: 2,
        words: "两家砌墙，为半米地争了一个月，话也不说了。",
        proxy: Some(("二组 一户人家", Confirmed::Phone)),
        by: ChenSuqin,
        at: at(6, 12, 10, 30),
        way: &[
            (at(6, 13, 9, 0), ChenSuqin, Triage([true, false, true, true, true])),
            (
                at(6, 14, 9, 0),
                ChenSuqin,
                Redirect("村人民调解委员会", "两家的事，先请调解，不上板凳。"),
            ),
        ],
    },
    Matter {
        number: 13,
        title: "竹山没人收，毛竹价钱低",
        title_en: "Nobody buys the bamboo, and the price is low",
        category: Category::Economy,
        group: 0,
        households: 96,
        words: "毛竹一百斤卖不到二十块，砍工都不够，三千多亩竹山就这么荒着。",
        proxy: Some(("六组 老叶", Confirmed::Face)),
        by: ChenSuqin,
        at: at(6, 18, 16, 0),
        way: &[
            (at(6, 20, 9, 0), ChenSuqin, Triage([false, true, false, true, false])),
            (
                at(7, 5, 15, 0),
                YangTeam,
                Say("竹山先做 30 亩林下试验，一年看成活再扩，不要一次铺开。"),
            ),
            (at(7, 8, 9, 0), ChenSuqin, Park("等 30 亩林下试验的成活数，明年夏天再坐下来。")),
        ],
    },
    Matter {
        number: 10,
        title: "电瓶车飞线充电，楼道堆物",
        title_en: "Hanging wires for e-bike charging, and things piled in stairways",
        category: Category::Safety,
        group: 2,
        households: 33,
        words: "新村那几幢从窗口拉线下来充电瓶车，楼道里又堆满，着起火来跑都跑不出。",
        proxy: Some(("二组 小周", Confirmed::Paper)),
        by: ChenSuqin,
        at: at(8, 5, 17, 20),
        way: &[
            (at(8, 6, 9, 0), ChenSuqin, Triage([true, true, true, true, false])),
            (at(8, 9, 18, 0), ChenSuqin, Settle("空地上装了 10 个充电口，楼道当天清了。")),
        ],
    },
    Matter {
        number: 19,
        title: "5G 有了，三组屋后没信号",
        title_en: "5G has come, but there is no signal behind group 3",
        category: Category::Digital,
        group: 3,
        households: 26,
        words: "都说 5G 通了，我们三组屋后打电话要走到晒谷场。",
        proxy: None,
        by: ChenXiaoyan,
        at: at(10, 21, 20, 30),
        way: &[
            (at(10, 22, 8, 40), ChenSuqin, Receive),
            (at(10, 23, 9, 0), ChenSuqin, Triage([false, true, false, true, false])),
            (
                at(10, 26, 9, 30),
                ChenSuqin,
                Redirect("镇里，请通信公司来测", "村里装不了基站，镇里去说才有用。"),
            ),
        ],
    },
    Matter {
        number: 4,
        title: "高铁施工后水渠质量差，出水慢",
        title_en: "Since the railway works the ditch is poor and water comes slowly",
        category: Category::Field,
        group: 4,
        households: 63,
        words: "高铁施工那阵把渠挖断了，补得马虎，现在放水要等半天。",
        proxy: None,
        by: ShiGuofu,
        at: at(5, 6, 18, 0),
        way: &[
            (at(5, 7, 8, 30), ChenSuqin, Receive),
            (at(5, 9, 9, 0), ChenSuqin, Triage(FIT)),
            (at(10, 28, 9, 0), ChenSuqin, Merge(3)),
        ],
    },
];

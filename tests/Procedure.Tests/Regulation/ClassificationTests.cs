using System.Globalization;
using WorkflowAccountability.Procedure.Regulation;
using static WorkflowAccountability.Procedure.Regulation.EventLevel;

namespace WorkflowAccountability.Procedure.Tests.Regulation;

public sealed class ClassificationTests
{
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo("zh-CN"), english = CultureInfo.GetCultureInfo("en");

    private static readonly RuleSet Order17 = ClassificationScales.Shipped.Deciding(new(2016, 9, 1));
    private static readonly RuleSet Plan119 = ClassificationScales.Shipped.Comparisons(new(2016, 9, 1)).Single();

    public static IEnumerable<object[]> Thresholds =>
        (from rules in ClassificationScales.Shipped.RuleSets
         from criterion in rules.Criteria
         from band in criterion.Bands ?? []
         from bound in new[] { band.Min, band.Below ?? band.Min }
         from value in new[] { bound - 1, bound, bound + 1 }
         where value >= 0
         select (rules.Id, Criterion: criterion.Id, Value: (long)value)).Distinct()
        .Select(row => new object[] { row.Id, row.Criterion, row.Value });

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void 第十六条第一款_Every_threshold_gives_the_level_of_the_published_table(string rulesId, string criterion, long value)
    {
        var rules = ClassificationScales.Shipped.Find(rulesId)!;
        var facts = criterion is "directLoss" ? EventFacts.None.Money(criterion, value * 10_000m) : EventFacts.None.Count(criterion, value);

        var classification = Classification.Classify(rules, facts);

        classification.Level.ShouldBe(Expected(rules == Order17, criterion, value));
    }

    [Theory]
    [InlineData("499.99", IV)]
    [InlineData("500", III)]
    [InlineData("1999.99", III)]
    [InlineData("2000", II)]
    [InlineData("9999.99", II)]
    [InlineData("10000", I)]
    public void Both_tables_agree_on_the_direct_loss_stated_in_yuan(string tenThousands, EventLevel level)
    {
        var facts = EventFacts.None.Money("directLoss", decimal.Parse(tenThousands, CultureInfo.InvariantCulture) * 10_000);

        Classification.Classify(Order17, facts).Level.ShouldBe(level);
        Classification.Classify(Plan119, facts).Level.ShouldBe(level);
    }

    [Fact]
    public void One_yuan_below_five_million_is_not_yet_level_three()
    {
        Classification.Classify(Order17, EventFacts.None.Money("directLoss", 4_999_999m)).MeetsTrigger.ShouldBeFalse();
        Classification.Classify(Order17, EventFacts.None.Money("directLoss", 5_000_000m)).MeetsTrigger.ShouldBeTrue();
    }

    [Fact]
    public void Zero_deaths_match_nothing()
    {
        var classification = Classification.Classify(Order17, EventFacts.None.Count("deaths", 0));

        classification.Matches.ShouldBeEmpty();
        classification.Level.ShouldBe(IV);
        classification.MeetsTrigger.ShouldBeFalse();
    }

    [Fact]
    public void 第十六条第一款_One_death_is_level_three_under_order_17_and_level_four_under_the_plan()
    {
        var facts = EventFacts.None.Count("deaths", 1);

        Classification.Classify(Order17, facts).ShouldSatisfyAllConditions(
            answer => answer.Level.ShouldBe(III),
            answer => answer.MeetsTrigger.ShouldBeTrue(),
            answer => answer.Matches.Single().Citation.ShouldBe("环境保护部令第17号附录3(1)"));
        Classification.Classify(Plan119, facts).Level.ShouldBe(IV);
    }

    [Fact]
    public void The_antimony_spill_of_2015_reaches_level_two_by_its_loss_and_by_the_border_it_crossed()
    {
        var facts = EventFacts.None.Money("directLoss", 61_207_900m).Choice("crossBoundary", "跨省（区、市）界");

        var classification = Classification.Classify(Order17, facts);

        classification.Level.ShouldBe(II);
        classification.Matches.Select(match => match.CriterionId).ShouldBe(["crossBoundary", "directLoss"]);
    }

    [Fact]
    public void The_gravest_criterion_decides_and_a_choice_may_be_named_by_its_level()
    {
        var facts = EventFacts.None.Count("deaths", 2).Choice("waterSource", "Ⅰ").Flag("sensitiveHazard", true).Flag("unknown", null);

        var classification = Classification.Classify(Order17, facts);

        classification.Level.ShouldBe(I);
        classification.Matches.Select(match => match.Level).ShouldBe([I, II, III]);
    }

    [Fact]
    public void A_sensitive_place_counts_only_if_it_was_one() =>
        Classification.Classify(Order17, EventFacts.None.Flag("sensitiveHazard", false)).Matches.ShouldBeEmpty();

    [Fact]
    public void All_facts_that_a_scale_cannot_read_are_refused_together()
    {
        var facts = EventFacts.None.Count("death", 1).Money("deaths", 3m).Count("directLoss", 5).Choice("ecology", "坏")
            .Count("evacuated", -1).Choice("sensitiveHazard", "是");

        var classification = Classification.Classify(Order17, facts);

        classification.IsRefused.ShouldBeTrue();
        classification.Level.ShouldBeNull();
        classification.Faults.Select(fault => fault.In(chinese).Split('：')[0]).ShouldBe(
        [
            "“death”", "“因环境污染直接导致死亡人数”应填人数", "“因环境污染造成直接经济损失”应填金额（元）", "“生态后果”",
            "“因环境污染需疏散、转移群众人数”不能为负数",
            "“重金属/危化品爆炸泄漏/危险废物倾倒等，发生在国家重点流域、国家级自然保护区、风景名胜区或居民聚集区、医院、学校等敏感区域”应填是或者否",
        ]);
        classification.Faults[3].In(chinese).ShouldStartWith("“生态后果”：“坏”不在所列情形之内；可选：Ⅰ 区域生态功能丧失");
        classification.Faults.Select(fault => fault.In(english)).ShouldAllBe(words => words.Contains("cannot be negative") || words.Contains(" wants ")
            || words.Contains("has no such criterion") || words.Contains("is none of the cases listed"));
    }

    [Fact]
    public void The_same_facts_can_be_laid_beside_another_scale_that_asks_for_fewer()
    {
        var facts = EventFacts.None.Count("poisoned", 50).Count("evacuated", 5_000);

        Classification.Classify(Plan119, facts).IsRefused.ShouldBeTrue();
        Classification.Classify(Plan119, facts.For(Plan119)).Level.ShouldBe(III);
    }

    [Fact]
    public void An_event_that_the_plan_does_not_describe_gets_no_level_from_it() =>
        Classification.Classify(Plan119, EventFacts.None).Level.ShouldBeNull();

    [Theory]
    [InlineData("Ⅰ", I)]
    [InlineData("Ⅳ", IV)]
    public void A_level_is_written_with_one_character(string symbol, EventLevel level)
    {
        level.Symbol().ShouldBe(symbol);
        EventLevels.Parse(symbol).ShouldBe(level);
        EventLevels.Parse("IV").ShouldBeNull();
    }

    [Fact]
    public void A_scale_tells_everything_that_is_wrong_with_it()
    {
        var deaths = Order17.Criteria.Single(criterion => criterion.Id == "deaths");
        var bad = Order17 with
        {
            Citation = "第二十条",
            Criteria = [
                deaths with { Bands = [new(I, 10, null, null), new(II, 3, 9, null)] },
                deaths with { Type = CriterionType.Choice },
                Order17.Criteria.Single(criterion => criterion.Id == "directLoss") with { Unit = "元" },
            ],
        };

        bad.Faults().ShouldBe([
            "MEP-ORDER-17-2011: '第二十条' is no sound citation.",
            "MEP-ORDER-17-2011: the criterion deaths stands twice.",
            "MEP-ORDER-17-2011.deaths: the bands Ⅰ and Ⅱ leave a gap or overlap.",
            "MEP-ORDER-17-2011.deaths: a number has bands and no choices, everything else has choices and no bands.",
            "MEP-ORDER-17-2011.directLoss: an amount is compared in 万元, not in '元'.",
        ]);
    }

    private static EventLevel? Expected(bool order17, string criterion, long n) => (order17, criterion) switch
    {
        (true, "deaths") => n >= 10 ? I : n >= 3 ? II : n >= 1 ? III : IV,
        (false, "deaths") => n >= 30 ? I : n >= 10 ? II : n >= 3 ? III : n >= 1 ? IV : null,
        (true, "poisoned") => n >= 100 ? I : n >= 50 ? II : n >= 10 ? III : IV,
        (false, "poisonedOrSeriouslyInjured") => n >= 100 ? I : n >= 50 ? II : n >= 10 ? III : n >= 1 ? IV : null,
        (_, "evacuated") => n >= 50_000 ? I : n >= 10_000 ? II : n >= 5_000 ? III : n >= 1 || order17 ? IV : null,
        (_, "directLoss") => n >= 10_000 ? I : n >= 2_000 ? II : n >= 500 ? III : n > 0 || order17 ? IV : null,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "The published tables have no such number."),
    };
}

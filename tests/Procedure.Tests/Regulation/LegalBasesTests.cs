using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Tests.Regulation;

public sealed class LegalBasesTests
{
    [Fact]
    public void 第一条_A_law_counts_only_while_it_was_in_force()
    {
        const string basis = "《中华人民共和国行政监察法》第二十五条";

        LegalBases.Shipped.NotInForce(basis, new(2018, 3, 19), new(2018, 3, 19)).ShouldBeEmpty();
        LegalBases.Shipped.NotInForce(basis, new(2018, 3, 20), new(2019, 1, 1)).ShouldBe(["中华人民共和国行政监察法"]);
        LegalBases.Shipped.NotInForce(basis, new(2018, 3, 1), new(2019, 1, 1)).ShouldBeEmpty("part of the acts lies in its time");
    }

    [Fact]
    public void 第一条_Every_base_that_the_article_names_is_in_the_table_with_what_took_its_place()
    {
        var article = RegulationText.Current.Find("第一条")!.Text;

        LegalBases.Shipped.NamedIn(article).Count.ShouldBe(4);
        LegalBases.Shipped.Bases.Single(basis => basis.Id == "env-law-2014").ReplacedBy.ShouldBe("eco-code");
    }

    [Fact]
    public void What_is_not_in_the_table_is_not_judged() => LegalBases.Shipped.NotInForce("《某办法》第一条", new(1990, 1, 1), new(1990, 1, 1)).ShouldBeEmpty();

    [Fact]
    public void A_table_tells_everything_that_is_wrong_with_it()
    {
        LegalBases.Shipped.Faults().ShouldBeEmpty();
        var one = LegalBases.Shipped.Bases[0];
        new LegalBases([one, one with { NamedIn = "第九十九条", ReplacedBy = "x" }]).Faults().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public void 第十三条第二款_Three_kinds_of_measures_on_two_targets_combine_and_what_contradicts_itself_is_named()
    {
        MeasureConflicts.Shipped.Among(["CircularNotice", "FundsDeduction", "ProjectApprovalRestriction"]).ShouldBeEmpty("a unit");
        MeasureConflicts.Shipped.Among(["AdmonitionTalk", "PostAdjustment", "PartyDiscipline"]).ShouldBeEmpty("a person");
        MeasureConflicts.Shipped.Among(["OrderedResignation", "Removal"]).ShouldHaveSingleItem().Why.ShouldContain("不再免职");
        MeasureConflicts.Shipped.Among(["FundsRecovery", "FundsRecovery"]).ShouldHaveSingleItem();
        MeasureConflicts.Shipped.Faults().ShouldBeEmpty();
    }
}

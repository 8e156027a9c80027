using System.Text.Json.Nodes;
using FsCheck.Xunit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Regulation.Book;
using WorkflowAccountability.Procedure.Stages.ProposeHandling;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Regulation.Book;

/// <summary>The book only grows, and a case reads in it what it is bound to.</summary>
public sealed class RuleBookTests
{
    private static readonly DateOnly first = new(2020, 1, 1);

    [Property(MaxTest = 300)]
    public bool On_every_day_rows_hold_that_held_before_or_instead_and_none_is_lost_or_doubled((byte From, byte Length)[] rows, (byte From, byte Length)[] by, byte from, byte? length)
    {
        var (held, instead) = (RowsOf(rows, "held"), RowsOf(by, "instead"));
        var (begins, ends) = (Day(from), length is { } days ? Day(from + days + 1) : (DateOnly?)null);

        var made = held.Replaced(instead, begins, ends);

        return Enumerable.Range(0, 600).Select(Day).All(day => Names(made, day).SequenceEqual(Names(day >= begins && (ends is null || day < ends) ? instead : held, day)))
            && made.All(row => row.ValidTo is null || row.ValidFrom < row.ValidTo);
    }

    [Fact]
    public void A_case_keeps_the_edition_it_was_opened_under_and_reads_later_ones_only_where_it_took_them_over()
    {
        var book = RuleBook.Of([Version(1, 18), Version(2, 30)]);

        Months(book.At(0, [])).ShouldBe(12);
        Months(book.At(1, [])).ShouldBe(18);
        Months(book.At(0, [2])).ShouldBe(30);
        Months(book.Newest).ShouldBe(30);
        Should.Throw<InvalidOperationException>(() => book.At(3, [])).Message.ShouldContain("edition 3");
    }

    [Fact]
    public void The_day_chooses_between_the_rules_before_and_after()
    {
        var book = RuleBook.Of([Version(1, 18)]);

        book.Newest.Impacts.Of("Demerit", new(2026, 11, 30)).ShouldAllBe(rule => rule.Months == 12);
        book.Newest.Impacts.Of("Demerit", new(2026, 12, 1)).ShouldAllBe(rule => rule.Months == 18);
        ImpactCalculator.Of(book.Newest.Impacts, [new("Demerit", new(2026, 12, 1))])[0].Until.ShouldBe(new(2028, 6, 1));
    }

    [Fact]
    public void Of_a_file_with_an_end_the_rules_from_before_hold_again_after_it()
    {
        var book = RuleBook.Of([Version(1, 18, new(2027, 12, 1))]);

        book.Newest.Impacts.Of("Demerit", new(2027, 11, 30)).ShouldAllBe(rule => rule.Months == 18);
        book.Newest.Impacts.Of("Demerit", new(2027, 12, 1)).ShouldAllBe(rule => rule.Months == 12);
    }

    [Fact]
    public void 第十三条第一款第一项_A_later_rule_on_measures_binds_the_new_case_and_not_the_one_that_was_opened_before()
    {
        var book = RuleBook.Of([Loaded(1, "measures", content =>
        {
            var row = content["measures"]!.AsArray().Single(row => (string)row!["code"]! == "CircularNotice")!;
            (row["name"], row["needsConsultation"], row["targets"]) = ("通报批评", true, new JsonArray("unit"));
        })]);
        var (frozen, anew) = (Under(book, 0), Under(book, 1));

        frozen.File.Rules.Measures.Find("CircularNotice", later)!.Name.ShouldBe("通报");
        anew.File.Rules.Measures.Find("CircularNotice", later)!.Name.ShouldBe("通报批评");
        anew.File.Rules.Measures.Find("CircularNotice", later.AddDays(-300))!.Name.ShouldBe("通报", "before its first day what held before holds");
        var proposal = new Proposal { PartyId = "P2", Measure = "CircularNotice", Text = "通报。", Basis = "本办法第十三条" };
        (ProposalRules.IsAMeasureForIt(Context(frozen), proposal, 1).IsAllowed, ProposalRules.IsAMeasureForIt(Context(anew), proposal, 1).IsAllowed).ShouldBe((true, false));
        (frozen.File.AwaitsConsultation(proposal, later), anew.File.AwaitsConsultation(proposal, later)).ShouldBe((false, true));
    }

    [Fact]
    public void 第九条_A_later_rule_on_deadlines_gives_the_new_case_its_period_and_leaves_the_one_before_as_it_was()
    {
        var book = RuleBook.Of([Loaded(1, "deadlines", content =>
        {
            var row = content["rules"]!.AsArray().Single(row => (string)row!["code"]! == "D07b")!;
            row["period"]!["length"] = 20;
        })]);
        var (frozen, anew) = (Under(book, 0), Under(book, 1));

        Days(frozen).ShouldBe(30);
        Days(anew).ShouldBe(20);

        static int Days(ACase matter) => matter.File.Rules.Deadlines.Find("D07b", later, EventLevel.III)!.Period!.Length;
    }

    private static readonly DateOnly later = new(2026, 12, 5);

    private static ACase Under(RuleBook book, int edition)
    {
        var matter = new ACase { Now = new DateTimeOffset(2026, 12, 5, 2, 0, 0, TimeSpan.Zero) }.WithMatrix();
        (matter.File.RuleEdition, matter.File.Book) = (edition, book);
        return matter;
    }

    private static Procedure.Stages.StageContext Context(ACase matter) => matter.Enter(new(Procedure.Organisations.Roles.LeadEnv));

    private static RuleSetVersion Loaded(int edition, string kind, Action<JsonNode> change)
    {
        var file = JsonNode.Parse(RuleFile.Start(RuleKind.Of(kind), CaseRules.Shipped, new(2026, 12, 1)))!;
        (file["citation"], file["source"]) = ("某法（虚构）", "某网站");
        change(file["content"]!);
        RuleFile.Parse(file.ToJsonString()).FaultsAmong(CaseRules.Shipped).ShouldBeEmpty();
        return new RuleSetVersion
        {
            Id = $"{edition:x16}", Kind = kind, Json = file.ToJsonString(), Hash = "", ValidFrom = new(2026, 12, 1), ValidTo = null, Citation = "某法（虚构）", Source = "某网站",
            LoadedBy = "a", LoadedByText = "a", LoadedAt = default, State = RuleSetState.Approved, Edition = edition,
        };
    }

    private static int Months(CaseRules rules) => rules.Impacts.Of("Demerit", new(2027, 1, 1))[0].Months;

    private static RuleSetVersion Version(int edition, int months, DateOnly? until = null)
    {
        var file = JsonNode.Parse(RuleFile.Start(RuleKind.Of("impact-periods"), CaseRules.Shipped, new(2026, 12, 1)))!;
        (file["citation"], file["source"]) = ("某法", "某网站");
        foreach (var row in file["content"]!["rules"]!.AsArray().Where(row => (string)row!["code"]! == "Demerit"))
            row!["months"] = months;
        return new RuleSetVersion
        {
            Id = $"{edition:x16}", Kind = "impact-periods", Json = file.ToJsonString(), Hash = "", ValidFrom = new(2026, 12, 1), ValidTo = until, Citation = "某法", Source = "某网站",
            LoadedBy = "a", LoadedByText = "a", LoadedAt = default, State = RuleSetState.Approved, Edition = edition,
        };
    }

    private static DateOnly Day(int number) => first.AddDays(number);

    private static IReadOnlyList<LegalBasis> RowsOf((byte From, byte Length)[] spans, string name) => [.. spans.Select((span, at) =>
        new LegalBasis($"{name}{at}", name, "", null, Day(span.From), span.Length == 0 ? null : Day(span.From + span.Length), null, ""))];

    private static IEnumerable<string> Names(IReadOnlyList<LegalBasis> rows, DateOnly day) => rows.Where(row => row.HoldsOn(day)).Select(row => row.Id);
}

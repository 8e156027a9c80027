using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Tests.Regulation;

public sealed partial class RegulationTextTests
{
    private static readonly RegulationText Text = RegulationText.Current;

    [Fact]
    public void 昌州党办发201659号_A_case_reads_the_version_that_it_is_bound_to_after_a_later_one_was_loaded()
    {
        var first = RegulationText.Current;
        var later = first with { Id = "later", DocumentNumber = "昌州党办发〔2017〕80号", IssuedOn = new(2017, 9, 1), ValidFrom = new(2017, 9, 1), Clauses = [] };
        IReadOnlyList<RegulationText> versions = [first with { ValidTo = new(2017, 9, 1) }, later];

        var bound = RegulationText.Bound("昌州党办发〔2016〕59号", versions);

        (bound.IssuedOn, bound.Find("第八条第二句")!.Text.Contains("报州人民政府批准")).ShouldBe((new DateOnly(2016, 8, 26), true));
        RegulationText.Bound(later.DocumentNumber, versions).ShouldBeSameAs(later);
    }

    [Fact]
    public void 昌州党办发201659号_The_head_names_issuers_addressees_and_copies_and_the_trial_character()
    {
        var text = RegulationText.Current;

        text.Title.ShouldContain("（试行）");
        text.IssuedBy.Count.ShouldBe(2);
        foreach (var addressee in new[] { "准东经济技术开发区", "昌吉高新技术产业开发区", "昌吉国家农业科技园区", "党工委、管委会" })
            text.Addressees.ShouldContain(addressee);
        text.CopiedTo.ShouldContain("政协");
    }

    [Fact]
    public void The_articles_and_chapters_put_together_are_the_published_text_word_for_word()
    {
        var articles = Text.Chapters.Select(chapter =>
            chapter.Title + string.Concat(chapter.Articles.Select(article => article + Text.Find(article)!.Text)));

        Squeezed(string.Concat(articles)).ShouldBe(PublishedBody());
    }

    [Fact]
    public void Every_clause_stands_in_its_article()
    {
        var strangers = Text.Clauses.Where(clause =>
            !Squeezed(Text.Find(ArticleOf().Match(clause.Citation).Value)!.Text).Contains(Squeezed(clause.Text), StringComparison.Ordinal));

        Text.Clauses.Count.ShouldBe(79);
        strangers.ShouldBeEmpty();
    }

    [Fact]
    public void The_sentences_of_a_paragraph_are_the_whole_paragraph_once_its_items_are_left_out()
    {
        var split = Text.Clauses.Where(clause => SentenceOf().IsMatch(clause.Citation))
            .GroupBy(clause => SentenceOf().Replace(clause.Citation, ""), clause => clause.Text).ToList();

        split.Count.ShouldBe(9);
        foreach (var sentences in split)
            Text.Find(sentences.Key)!.Text.Split('\n')[0].ShouldBe(string.Concat(sentences));
    }

    [Theory]
    [InlineData("第七条第一句", "由州人民政府启动环境问题（事件）责任追究调查。")]
    [InlineData("第八条第二句", "报州人民政府批准。")]
    [InlineData("第十条第二句", "商州纪委、州党委组织部等有关部门提出意见。")]
    [InlineData("第十三条第三款", "涉嫌犯罪的，依法移送司法机关处理。")]
    [InlineData("第十四条第（一）项第6目", "阻碍和干扰环境问题（事件）问责调查的。")]
    [InlineData("第十四条第（二）项第二段", "以便追溯调查。")]
    [InlineData("第十四条第（三）项第4目", "仍然不能避免发生环境问题（事件）的。")]
    [InlineData("第十五条第二句", "还要查清履行本单位环境保护工作职责情况。")]
    public void A_citation_finds_the_words_it_names(string citation, string end) =>
        Text.Find(citation)!.Text.ShouldEndWith(end);

    [Fact]
    public void An_item_of_article_13_is_found_with_and_without_its_paragraph() =>
        Text.Find("第十三条第（三）项").ShouldBe(Text.Find("第十三条第一款第（三）项").ShouldNotBeNull());

    [Fact]
    public void The_grounds_of_article_6_are_its_seven_items_in_order() =>
        Text.ItemsOf("第六条").Select(clause => clause.Citation[5]).ShouldBe("一二三四五六七");

    [Fact]
    public void The_paragraph_that_a_line_break_had_torn_is_whole() =>
        Text.Find("第四条")!.Text.ShouldContain("第一责任人，对环境保护工作负全面领导责任");

    [Fact]
    public void 第十七条_The_regulation_holds_from_the_day_of_issue()
    {
        RegulationText.On(new(2016, 8, 25)).ShouldBeNull();
        RegulationText.On(new(2016, 8, 26))!.DocumentNumber.ShouldBe("昌州党办发〔2016〕59号");
    }

    [Fact]
    public void A_text_tells_everything_that_is_wrong_with_it()
    {
        var bad = Text with
        {
            Chapters = [new("第一章", ["第一条", "第二条"])],
            Clauses = [new("第一条", "甲"), new("第一条第一款", " 乙", ["第一条"])],
        };

        bad.Faults().ShouldBe([
            "CZDBF-2016-59: the citation 第一条 stands for 2 clauses.",
            "CZDBF-2016-59: the text of 第一条第一款 is empty or begins or ends with a space.",
            "CZDBF-2016-59: a chapter names 第二条, which is not among the clauses.",
        ]);
    }

    private static string PublishedBody()
    {
        using var stream = typeof(RegulationTextTests).Assembly.GetManifestResourceStream("regulation.zh.md")!;
        using var reader = new StreamReader(stream);
        var whole = Squeezed(reader.ReadToEnd());
        return whole[whole.IndexOf("第一章总则", StringComparison.Ordinal)..whole.IndexOf("---抄送", StringComparison.Ordinal)];
    }

    private static string Squeezed(string text) => Artefacts().Replace(text, "").Replace('(', '（').Replace(')', '）');

    [GeneratedRegex(@"[\s*#]")]
    private static partial Regex Artefacts();

    [GeneratedRegex("^第[一二三四五六七八九十]+条")]
    private static partial Regex ArticleOf();

    [GeneratedRegex("第[一二三]句$")]
    private static partial Regex SentenceOf();
}

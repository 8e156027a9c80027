using System.Globalization;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Tests.Regulation;

/// <summary>What of the deadlines is read in the reader's language; the texts that they stand on stay as they were written.</summary>
public sealed class DeadlineNamesTests
{
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo("zh-CN"), english = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Every_deadline_and_every_condition_has_an_English_name_without_a_Chinese_word()
    {
        foreach (var rule in DeadlineTable.Shipped.Rules)
            foreach (var said in new[] { rule.English, rule.Extension?.English }.OfType<string>())
            {
                said.ShouldNotBeNullOrWhiteSpace(rule.Code);
                said.ShouldAllBe(letter => letter < '\u3000', $"{rule.Code}: {said}");
            }
        // One name has one translation.
        DeadlineTable.Shipped.Rules.GroupBy(rule => rule.Name).ShouldAllBe(name => name.Select(rule => rule.English).Distinct().Count() == 1);
    }

    [Fact]
    public void A_notice_that_was_written_in_one_language_is_read_in_the_other_down_to_the_titles_in_it()
    {
        var written = Text.Of<OversightTexts>("Course.Suggested", "督查室 沈某", Text.Of<OversightTexts>("Suggest.Extend"), null);

        var read = NoticeText.Read(typeof(OversightTexts).FullName!, written.Key, NoticeText.Write(written));

        read.In(chinese).ShouldBe("督查室 沈某建议延期：");
        read.In(english).ShouldContain("Suggest an extension");
        NoticeText.Write(written).ShouldContain("建议延期", customMessage: "a search finds it by its Chinese title");
    }

    [Fact]
    public void A_notice_of_an_older_version_is_read_as_it_was_written() =>
        NoticeText.Read(typeof(DeadlineTexts).FullName!, "Reminder.Before", """["昌环追〔2026〕1号","批准调查组组成方案","2026-03-09","2"]""").In(chinese).ShouldContain("批准调查组组成方案");
}

using System.Globalization;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Tests.Audit;

public sealed class AuditTextsTests
{
    [Fact]
    public void Every_command_has_a_sentence_in_the_audit_in_both_languages()
    {
        var commands = typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract).ToList();

        commands.Count.ShouldBeGreaterThan(4, "the test must see the commands, or it protects nothing");
        commands.SelectMany(command => new[] { "zh-CN", "en" }
                .Where(language => !Text.Exists(typeof(AuditTexts), "Act." + command.Name, CultureInfo.GetCultureInfo(language)))
                .Select(language => $"{language}: Act.{command.Name}"))
            .ShouldBeEmpty("add the sentence to AuditTexts.resx and AuditTexts.en.resx");
    }
}

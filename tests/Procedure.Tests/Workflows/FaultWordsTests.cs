using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Tests.Workflows;

/// <summary>Whatever can be wrong with a definition is said in both languages: the engine's own words are the keys.</summary>
public sealed partial class FaultWordsTests
{
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en");

    // Said of what runs, or of ourselves, and never of a definition that is read.
    private static readonly string[] elsewhere =
    [
        "It gave more than {0} characters.", "{0} statements, {1} ms, {2} bytes, {3} nested calls, {4} elements or characters", "An activity of the type {0} waits for nothing.",
        "The stage '{0}' has no role: nobody could do it.", "The bookmark {0} has no inputs.",
    ];

    [Fact]
    public void Every_fault_that_the_sources_can_say_has_a_text_in_both_languages()
    {
        var said = Sources().SelectMany(Formats).Where(format => format.Length > 8 && format.Contains(' ', StringComparison.Ordinal)).Except(elsewhere).Distinct().ToList();

        said.Count.ShouldBeGreaterThan(50, "the test must see the words, or it protects nothing");
        foreach (var language in new[] { CultureInfo.InvariantCulture, english })
            said.Where(format => !Text.Exists(typeof(FaultTexts), format, language)).ShouldBeEmpty("add the format to FaultTexts.resx and FaultTexts.en.resx");
    }

    [Theory]
    [InlineData("""{"root":{}}""", "$：缺少“id”。", "$: has no 'id'.")]
    [InlineData("""{"id":"v","definitionId":"d","root":{"type":"Elsa.SetVariable","id":"a"}}""",
        "$.root：“a”（Elsa.SetVariable）：没有指明要赋值的变量。", "$.root: 'a' (Elsa.SetVariable): names no variable to set.")]
    [InlineData("""{"id":"v","definitionId":"d","version":"eins","root":{"type":"Elsa.Sequence","id":"s"}}""",
        "$：“version”应为整数，现为\"eins\"。", "$: 'version' should be a whole number, but is \"eins\".")]
    [InlineData("""{"id":"v","definitionId":"d","root":{"type":"Elsa.WriteLine","id":"w","text":{"typeName":"String","expression":{"type":"Variable","value":"x"}}}}""",
        "$.root：参数“text”指向不存在的变量“x”；现有：无。", "$.root: the input 'text' names the unknown variable 'x'; there are: none.")]
    [InlineData("""{"id": }""", "$.id：第1行第8字节处格式有误：此处不能是“}”。", "$.id: malformed in line 1 at byte 8: '}' cannot stand there.")]
    [InlineData("{\"id\":\n \"名称", "$.id：第2行第9字节处格式有误：内容不完整，提前结束。", "$.id: malformed in line 2 at byte 9: the text ends too early.")]
    [InlineData("""{"root": {"id": "a", "id": "b"}}""", "$.root：属性“id”重复出现。", "$.root: the property 'id' is there twice.")]
    public void A_fault_is_read_in_the_language_of_whoever_reads_it(string json, string inChinese, string inEnglish)
    {
        var found = Should.Throw<InvalidWorkflowDefinitionException>(() => new WorkflowDefinitionReader(new StageCatalog().Activities()).Read(json)).Found;

        found.Select(fault => FaultWords.Of(fault).In(chinese)).ShouldContain(inChinese);
        found.Select(fault => FaultWords.Of(fault).In(english)).ShouldContain(inEnglish);
        found.Select(fault => fault.ToString()).ShouldContain(inEnglish);
    }

    [Fact]
    public void Of_very_many_faults_the_first_are_told_and_how_many_there_are()
    {
        var broken = new InvalidWorkflowDefinitionException([.. Enumerable.Range(0, 25).Select(at => new DefinitionFault($"$.root.activities[{at}]", $"has no '{"id"}'."))]);

        FaultWords.All(broken).In(chinese).ShouldEndWith("$.root.activities[19]：缺少“id”。另有5处。");
    }

    [Fact]
    public void What_lies_too_deep_is_named_with_its_place()
    {
        var found = Should.Throw<InvalidWorkflowDefinitionException>(() => new WorkflowDefinitionReader(new StageCatalog().Activities()).Read(new string('[', 600))).Found;

        FaultWords.Of(found.ShouldHaveSingleItem()).In(chinese).ShouldEndWith("：第1行第513字节处层次超过512层。");
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(SourceFiles.At("src/Engine"), "*.cs", SearchOption.AllDirectories)
        .Append(SourceFiles.At("src/Procedure/Stages/StageActivity.cs")).Append(SourceFiles.At("src/Procedure/Workflows/ImportDefinitions.cs"))
        .Select(File.ReadAllText).Where(source => SaysFaults().IsMatch(source));

    // What stands between the quotes of interpolated strings, with numbers for what is put in.
    private static IEnumerable<string> Formats(string source)
    {
        for (var at = source.IndexOf("$\"", StringComparison.Ordinal); at >= 0; at = source.IndexOf("$\"", at + 2, StringComparison.Ordinal))
            if (source[at - 1] != '"' && source[at + 2] != '"')
                yield return Format(source, at + 2);
    }

    private static string Format(string source, int at)
    {
        var (format, count) = (new StringBuilder(), 0);
        for (; source[at] != '"'; at++)
            if (source[at] == '\\')
                format.Append(source[++at]);
            else if (source[at..(at + 2)] is "{{" or "}}")
                format.Append(source[at]).Append(source[at++]);
            else if (source[at] == '{')
            {
                format.Append(CultureInfo.InvariantCulture, $"{{{count++}}}");
                at = EndOfPart(source, at);
            }
            else
                format.Append(source[at]);
        return format.ToString();
    }

    private static int EndOfPart(string source, int at)
    {
        var (depth, isText) = (0, false);
        for (; ; at++)
        {
            if (source[at] == '"')
                isText = !isText;
            else if (!isText && source[at] is '{' or '(')
                depth++;
            else if (!isText && source[at] is '}' or ')' && --depth == 0)
                return at;
        }
    }

    [GeneratedRegex(@"FormattableString|\.Fault\(|ExpressionException\(\$|MisfitException\(|InvalidWorkflowDefinitionException\(")]
    private static partial Regex SaysFaults();
}

using System.Globalization;
using WorkflowAccountability.Web.Operations;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Operations;

/// <summary><c>scripts/check-definition</c>: whatever file it is given, it answers in words, and 0 only for what may be published.</summary>
public sealed class CheckDefinitionTests : IDisposable
{
    private readonly DirectoryInfo folder = RunningSite.NewFolder();
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    private static string Procedure => Path.Combine(AppContext.BaseDirectory, "workflows", "accountability-procedure.json");

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = before;
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_shipped_may_be_published()
    {
        var (code, said) = await CheckAsync([.. Directory.GetFiles(Path.GetDirectoryName(Procedure)!, "*.json")]);

        code.ShouldBe(0, said);
        said.ShouldContain("符合要求，可以发布");
    }

    [Theory]
    [InlineData("zh-CN", "不能发布")]
    [InlineData("en", "[R7] refused: “")]
    public async Task What_breaks_the_law_is_said_with_its_clause_and_its_remedy_in_the_language_that_is_asked_for(string language, string words)
    {
        var json = (await File.ReadAllTextAsync(Procedure)).Replace("\"PARTY_COMMITTEE\"", "\"LEAD_ENV\"", StringComparison.Ordinal);

        var (code, said) = await CheckAsync(Write(json), "--language", language);

        code.ShouldBe(1);
        said.ShouldContain(words);
        said.ShouldContain("第十一条第一款第一句");
    }

    [Fact]
    public async Task What_the_law_knows_and_nothing_here_runs_may_not_be_published()
    {
        var json = """{"definitionId": "d", "name": "n", "root": {"id": "r", "type": "Elsa.Flowchart", "activities": [{"id": "e", "type": "Elsa.PublishEvent", "eventName": {"typeName": "String", "expression": {"type": "Literal", "value": "x"}}}]}}""";

        var (code, said) = await CheckAsync(Write(json));

        code.ShouldBe(1, said);
    }

    [Theory]
    [InlineData("""{"definitionId": "x", "root": {"type": "Elsa.HttpEndpoint", "id": "a"}}""")]
    [InlineData("""{"definitionId": "x", "root": {"type": "Elsa.Nothing""")]
    [InlineData("""{"id": "1", "steps": []}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("\0\u0001\u0002 no definition at all")]
    public async Task What_is_foreign_broken_or_no_definition_is_said_in_few_words(string content)
    {
        var (code, said) = await CheckAsync(Write(content));

        code.ShouldBe(1, said);
        said.ShouldContain("不能发布");
        said.Length.ShouldBeLessThan(4_000);
    }

    [Fact]
    public async Task What_is_deep_or_large_is_refused_without_a_fall()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"root":""", 20_000));

        (await CheckAsync(Write(deep))).Code.ShouldBe(1);
        (await CheckAsync(Write(new string(' ', 21 * 1024 * 1024)))).ShouldSatisfyAllConditions(answer => answer.Code.ShouldBe(2), answer => answer.Said.ShouldContain("超过20 MB"));
    }

    [Theory]
    [InlineData("用法")]
    [InlineData("没有这个文件", "nothing.json")]
    [InlineData("没有这个文件", ".")]
    [InlineData("用法", "x.json", "--language", "fr")]
    [InlineData("用法", "--nonsense")]
    public async Task What_cannot_be_done_is_2(string words, params string[] args)
    {
        var (code, said) = await CheckAsync(args);

        code.ShouldBe(2);
        said.ShouldContain(words);
    }

    private string Write(string content)
    {
        var path = Path.Combine(folder.FullName, Guid.NewGuid().ToString("n") + ".json");
        File.WriteAllText(path, content);
        return path;
    }

    private static async Task<(int Code, string Said)> CheckAsync(params string[] args)
    {
        var output = new StringWriter();
        return (await Verbs.RunAsync(["check-definition", .. args], output, CancellationToken.None), output.ToString());
    }
}

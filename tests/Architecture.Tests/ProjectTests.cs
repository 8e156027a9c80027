using System.Xml.Linq;

namespace WorkflowAccountability.Architecture.Tests;

public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Engine"] = [],
        ["Procedure"] = ["Engine"],
        ["Persistence"] = ["Engine", "Procedure"],
        ["StudioApi"] = ["Engine"],
        ["Web"] = ["Engine", "Persistence", "Procedure", "StudioApi"],
    };

    private static readonly Dictionary<string, XDocument> Projects = Repository.Projects
        .ToDictionary(project => Path.GetFileNameWithoutExtension(project.Path), project => XDocument.Parse(project.Text));

    private static readonly string[] Sources = [.. Repository.Projects.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal))
        .Select(project => Path.GetFileNameWithoutExtension(project.Path)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> EverySource => [.. Sources];

    [Fact]
    public void The_sources_are_the_projects_of_the_plan_and_no_others()
    {
        Sources.ShouldContain("Engine", "the test must see the projects, or it protects nothing");
        Sources.Except(Arrows.Keys).ShouldBeEmpty("a project needs a reason to be apart: decide it, then name it here with its arrows");
    }

    [Theory]
    [MemberData(nameof(EverySource))]
    public void The_arrows_between_projects_point_one_way(string project) => ReferencesOf(project)
        .ShouldBe(Arrows[project].Where(Sources.Contains), ignoreOrder: true, $"src/{project} references other projects than the plan allows");

    [Fact]
    public void Persistence_is_the_only_project_that_brings_a_database_provider()
    {
        var providers = Sources.Where(source => PackagesOf(source)
            .Any(package => !package.StartsWith("Hangfire.", StringComparison.Ordinal)
                && (package.Contains("Sqlite") || package.Contains("Npgsql") || package.Contains("SqlServer"))));

        providers.ShouldBe(["Persistence"]);
    }

    [Fact]
    public void The_engine_is_a_pure_library()
    {
        PackagesOf("Engine").ShouldBe(["Fluid.Core", "Jint"], "the engine knows no database, no web, no clock; what it needs comes in as a parameter");
        Projects["Engine"].Descendants("FrameworkReference").ShouldBeEmpty("the engine runs without ASP.NET");
        Projects["Engine"].Root!.Attribute("Sdk")!.Value.ShouldBe("Microsoft.NET.Sdk");
        typeof(Engine.Execution.WorkflowRunner).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ShouldNotBeEmpty();
        typeof(Engine.Execution.WorkflowRunner).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.Data", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_project_file_names_a_version()
    {
        var named = Projects.SelectMany(project => project.Value.Descendants("PackageReference")
            .Where(package => package.Attributes().Any(attribute => attribute.Name.LocalName is "Version" or "VersionOverride") || package.Element("Version") is not null)
            .Select(package => $"{project.Key}: {package.Attribute("Include")?.Value}"));

        Projects.SelectMany(project => project.Value.Descendants("PackageReference")).ShouldNotBeEmpty();
        named.ShouldBeEmpty("versions stand in src/Directory.Packages.props, once for all projects");
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Top, "WorkflowAccountability.sln"));

        Repository.Projects.Select(project => project.Path).Where(path => !solution.Contains(path.Replace('/', '\\')))
            .ShouldBeEmpty("a project outside of the solution is neither built nor tested; dotnet sln add mends it");
    }

    private static IEnumerable<string> ReferencesOf(string project) => Projects[project].Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> PackagesOf(string project) =>
        Projects[project].Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value);
}

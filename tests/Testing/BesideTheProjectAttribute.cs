namespace WorkflowAccountability.Testing;

/// <summary>A test that reads what lies beside the project, in <c>../shared</c>; where it does not, the test is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BesideTheProjectAttribute : FactAttribute
{
    public BesideTheProjectAttribute(string path) => Skip = Find(path) is null ? $"'{path}' does not lie beside the project." : null;

    /// <summary>The full path of a file or folder there; null if there is none.</summary>
    public static string? Find(string path)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "WorkflowAccountability.sln")))
            at = at.Parent;
        return at is not null && Path.Combine(at.FullName, "..", "shared", path) is var beside && Path.Exists(beside) ? beside : null;
    }
}

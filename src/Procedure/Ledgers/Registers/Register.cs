using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Ledgers.Registers;

/// <summary>
/// A ledger across cases as a table: one line for each row of the cases that exist for the reader, and of what lies behind a wall only for those behind it.
/// </summary>
/// <param name="Name">As it stands in addresses.</param>
/// <param name="Citation">The clause that it serves.</param>
/// <param name="Columns">The keys of its headings, in their order.</param>
/// <param name="May">Who may read it at all.</param>
/// <param name="LinesOf">The cells of each line of a case, in the order of the columns.</param>
public sealed record Register(
    string Name, string Citation, IReadOnlyList<string> Columns, Func<Actor, bool> May, Func<CaseFile, RegisterReader, IEnumerable<object?[]>> LinesOf)
{
    private static readonly IReadOnlyList<string> ofEach = ["Case", "Matter"];

    /// <summary>Every register.</summary>
    public static IReadOnlyList<Register> All { get; } =
        [RegisterLines.Restrictions, RegisterLines.Funds, RegisterLines.Approvals, RegisterLines.Lifetime, RegisterLines.Referrals, RegisterLines.Members];

    /// <summary>Its name for people.</summary>
    public Text Title => Text.Of<RegisterTexts>("Register." + Name);

    /// <summary>The table; a register without lines has its headings.</summary>
    public IReadOnlyList<Dictionary<string, object?>> TableOf(IEnumerable<CaseFile> files, RegisterReader reader)
    {
        List<Dictionary<string, object?>> lines = [.. files.SelectMany(file => LinesOf(file, reader).Select(cells => LineOf([file.Number, file.Title, .. cells])))];
        return lines.Count > 0 ? lines : [LineOf(new object?[Columns.Count + 2])];
    }

    private Dictionary<string, object?> LineOf(object?[] cells) =>
        ofEach.Concat(Columns).Zip(cells).ToDictionary(each => Text.Of<RegisterTexts>("Column." + each.First).ToString(), each => each.Second);
}

/// <summary>For whom a register is read, and on which day.</summary>
public sealed record RegisterReader(Actor Actor, OrganisationDirectory Directory, DateTimeOffset Now)
{
    /// <summary>The day in Beijing.</summary>
    public DateOnly Today => BeijingTime.DayOf(Now);

    /// <summary>Whether he may read what lies behind the wall of a case.</summary>
    public bool IsBehindWall(CaseFile file) => CaseAccess.IsBehindWall(file, Actor.PersonId);

    /// <summary>A day as it stands in tables; null where there is none.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static RegisterReader Of(Viewer viewer) => new(viewer.Actor, viewer.Directory, viewer.Now);
}

using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Papers;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>What points at a person: every name that the directory or the file knows, and numbers that belong to one person only.</summary>
public static partial class KnownNames
{
    private const int ShortestName = 2;

    /// <summary>The names of everybody in the directory, of the parties and of whoever submitted something.</summary>
    public static IReadOnlyList<string> Of(PaperSource source) =>
    [
        .. source.Directory.AllPeople.Select(person => person.Name)
            .Concat(source.File.Parties.Where(party => party.IsPerson).Select(party => party.Name))
            .Concat(source.File.Submissions.Select(submission => submission.PersonName))
            .Where(name => name.Length >= ShortestName).Distinct(),
    ];

    /// <summary>The ids under which this system knows persons, the case and what belongs to it.</summary>
    public static IReadOnlyList<string> IdsOf(PaperSource source, Paper paper) =>
        [source.File.Id, source.File.Number, paper.Id, .. source.Directory.AllPeople.Select(person => person.Id), .. source.File.Submissions.Select(submission => submission.Id)];

    /// <summary>Identity numbers, telephone numbers and addresses of mail in a text.</summary>
    public static IEnumerable<string> NumbersIn(string text) => Numbers().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:[1-9]\d{16}[0-9Xx]|1[3-9]\d{9}|0\d{2,3}[-－]\d{7,8}|[A-Za-z0-9._%+-]{2,}@[A-Za-z0-9.-]+\.[A-Za-z]{2,})(?![0-9A-Za-z])")]
    private static partial Regex Numbers();
}

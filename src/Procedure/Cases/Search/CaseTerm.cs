namespace WorkflowAccountability.Procedure.Cases.Search;

/// <summary>
/// A term by which a case is found: a pair of characters of its text, or a unit that it is about (<c>@id</c>), or the pinyin initials of a person under inquiry (<c>~zyq</c>). Its key is the index: PostgreSQL's
/// trigrams and SQLite's tokenizers know nothing of Chinese words of two characters, a B-tree over pairs does, alike on every database.
/// </summary>
public sealed class CaseTerm
{
    /// <summary>At most 450 characters.</summary>
    public required string Term { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The term of somebody's initials.</summary>
    public static string OfInitials(string letters) => $"~{letters}";

    /// <summary>The term of a unit.</summary>
    public static string OfUnit(string organisationId) => $"@{organisationId}";
}

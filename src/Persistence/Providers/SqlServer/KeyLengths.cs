using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace WorkflowAccountability.Persistence.Providers.SqlServer;

/// <summary>
/// SQL Server indexes no text of any length: a key holds 900 bytes, an index 1700, two bytes a character. Three texts of 150 characters fill a key.
/// Text is compared by its code points, as the other databases do.
/// </summary>
internal static class KeyLengths
{
    public const int Most = 150;

    private const string ByCodePoint = "Latin1_General_100_BIN2";

    public static void Fit(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties()).Where(property => property.ClrType == typeof(string)))
        {
            property.SetCollation(ByCodePoint);
            if (IsIndexed(property) && property.GetMaxLength() is null or > Most)
                property.SetMaxLength(Most);
        }
    }

    private static bool IsIndexed(IMutableProperty property) => property.IsKey() || property.IsForeignKey() || property.IsIndex();
}

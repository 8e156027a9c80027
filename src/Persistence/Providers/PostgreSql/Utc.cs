using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkflowAccountability.Persistence.Providers.PostgreSql;

internal sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(value => value.ToUniversalTime(), value => value);

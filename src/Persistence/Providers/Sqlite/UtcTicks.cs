using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkflowAccountability.Persistence.Providers.Sqlite;

internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(value => value.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

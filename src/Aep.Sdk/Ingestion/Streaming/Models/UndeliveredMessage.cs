namespace Aep.Sdk.Ingestion;

/// <summary>A record that a producer could not deliver.</summary>
/// <typeparam name="T">Type of the record.</typeparam>
/// <param name="Record">The record, as it was given to the producer.</param>
/// <param name="Reason">Whether AEP may have it, and whether sending it again makes sense.</param>
/// <param name="Detail">What was said about it.</param>
/// <param name="Error">The error of the request; null where the request went well and this record alone was not taken.</param>
public sealed record UndeliveredMessage<T>(T Record, UndeliveredReason Reason, string Detail, Exception? Error);

/** Tests of the test kit, written as a fleet's own repository would write them. */
package io.tenantsmith.consumer;
